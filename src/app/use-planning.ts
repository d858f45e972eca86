import { onlineManager, QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type * as planning from './planning.ts';
import type { Engine } from '#model/engine.ts';
import { engineChoices, loadEngine } from '#knowledge/engines/index.ts';

/** What is loaded comes from our own origin and does not change while the page is open. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      // Browsers remember a part that failed: asking again on the same page gets the same answer.
      retry: false,
      // Nothing that has been loaded is loaded anew, for it does not grow stale.
      refetchOnReconnect: true,
      structuralSharing: false,
    },
  },
});

// It takes the network for granted until it hears otherwise.
onlineManager.setOnline(navigator.onLine);

/** So that nothing is asked for, and remembered as failed, while it can surely not be had: no network, and nothing kept. */
function refuseWhileOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!navigator.onLine && !workers?.controller) throw new Error('There is no network.');
}

/** Before anything is loaded, so that it competes neither with the first sight of the page nor with an answer. A page that nobody sees is not painted, and does not wait. */
const nextPaint = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

const planningQuery = queryOptions({
  queryKey: ['planning'],
  queryFn: async () => {
    await nextPaint();
    refuseWhileOffline();
    return import('./planning.ts');
  },
});

/** The knowledge, the planner and the views of what they make, in a part of the page that is loaded after the first sight of it. */
export const usePlanning = () => useQuery(planningQuery);

export type Planning = typeof planning;

const engineQuery = (id: string) =>
  queryOptions({
    queryKey: ['engine', id],
    queryFn: async () => {
      await nextPaint();
      refuseWhileOffline();
      return loadEngine(id);
    },
  });

/** Everything known of one engine; the neutral one where none is known by this id. */
export const useEngine = (id: string) => useQuery(engineQuery(id));

/** The same, waited for 2 s at most; `undefined` where it cannot be had by then. */
export const engineSoon = (id: string): Promise<Engine | undefined> =>
  Promise.race([
    queryClient.ensureQueryData(engineQuery(id)).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 2000)),
  ]);

/** Loads every engine once the planner is there, so that any can be chosen without a network later on. `true` when all are there. */
export function useEverything(): boolean {
  const { isSuccess } = useQuery(planningQuery);
  const everything = useQuery({
    queryKey: ['every engine'],
    enabled: isSuccess,
    queryFn: async () => {
      for (const { id } of engineChoices) await queryClient.ensureQueryData(engineQuery(id));
      return true;
    },
  });
  return everything.isSuccess;
}

/** Whether this is an engine of its own, and not the last of the list, which stands for all others. */
export const isKnownEngine = (id: string): boolean => engineChoices.slice(0, -1).some((choice) => choice.id === id);
