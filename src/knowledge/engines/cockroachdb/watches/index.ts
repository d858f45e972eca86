import type { Situation, Watch } from '#model/engine.ts';
import { activityWatches } from './activity.ts';
import { jobWatches } from './jobs.ts';

/** What to look at while a plan runs, for one table. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  ...activityWatches(table),
  ...jobWatches(table),
];
