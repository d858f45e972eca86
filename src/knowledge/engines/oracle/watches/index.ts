import type { Situation, Watch } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { lockWatches } from './locks.ts';
import { progressWatches } from './progress.ts';
import { replicationWatches } from './replication.ts';

/** What to look at while a plan runs, for one table. */
export function watches(situation: Situation, table: string): readonly Watch[] {
  const here = isGiven(situation.hosting) ? (situation.hosting.watches ?? []) : [];
  const everywhere = [...lockWatches(table), ...replicationWatches, ...progressWatches(table)];
  return [...here, ...everywhere.filter(({ family }) => !here.some((own) => own.family === family))];
}
