import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type * as planning from './planning.ts';
import { engineChoices, loadEngine } from '#knowledge/engines/index.ts';

/** What is loaded comes from our own origin and does not change while the page is open. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      retry: 1,
      structuralSharing: false,
    },
  },
});

/** The knowledge, the planner and the views of what they make, in a part of the page that is loaded after the first sight of it. */
export const usePlanning = () => useQuery({ queryKey: ['planning'], queryFn: () => import('./planning.ts') });

export type Planning = typeof planning;

const engineQuery = (id: string) => queryOptions({ queryKey: ['engine', id], queryFn: () => loadEngine(id) });

/** Everything known of one engine; the neutral one where none is known by this id. */
export const useEngine = (id: string) => useQuery(engineQuery(id));

/** Loads every engine while nothing else is to do, so that any can be chosen without a network later on. */
export function loadEnginesWhenIdle(): void {
  // Safari has no idle callback.
  const whenIdle =
    'requestIdleCallback' in window ? window.requestIdleCallback : (run: () => void) => setTimeout(run, 2000);
  whenIdle(() => engineChoices.forEach(({ id }) => void queryClient.prefetchQuery(engineQuery(id))));
}

/** Whether this is an engine of its own, and not the last of the list, which stands for all others. */
export const isKnownEngine = (id: string): boolean => engineChoices.slice(0, -1).some((choice) => choice.id === id);
