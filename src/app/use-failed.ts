import { useMemo, useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { NotLoadedYet } from '#ui/not-loaded.tsx';
import { loadAgain } from './load-again.ts';

const words = {
  'not loaded': 'A part of this page could not be loaded. Your answers are kept',
  'no network': 'A part of this page is missing, and there is no network to load it. Your answers are kept',
} as const;

/** What failed of the parts that are loaded after the page, and how to try again; `undefined` while nothing has. */
export function useFailed(parts: readonly UseQueryResult[]): NotLoadedYet | undefined {
  const [reached, setReached] = useState(true);
  const failed = parts.some(({ isError }) => isError);
  const asked = parts.map(({ isError, refetch }) => (isError ? refetch : undefined));

  return useMemo(() => {
    if (!failed) return undefined;
    const retry = async () => {
      const again = await Promise.all(asked.map((refetch) => refetch?.()));
      if (again.some((part) => part?.isError)) setReached(await loadAgain());
    };
    return {
      says: words[reached && navigator.onLine ? 'not loaded' : 'no network'],
      retry: () => void retry(),
    };
    // Which parts failed, and nothing else of them.
    // eslint-disable-next-line react/exhaustive-deps
  }, [failed, reached, ...asked]);
}
