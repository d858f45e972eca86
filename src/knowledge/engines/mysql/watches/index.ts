import type { Situation, Watch } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { lockWatches } from './locks.ts';
import { progressWatches } from './progress.ts';
import { replicationWatches } from './replication.ts';
import { storageWatches } from './storage.ts';
import { transactionWatches } from './transactions.ts';

/** What the place offers stands for the engine's own of the same family. */
export const withHosting = ({ hosting }: Situation, everywhere: readonly Watch[]): readonly Watch[] => {
  const here = isGiven(hosting) ? (hosting.watches ?? []) : [];
  return [...here, ...everywhere.filter(({ family }) => !here.some((own) => own.family === family))];
};

/** What to look at while a plan runs, for one table. */
export const watches = (situation: Situation, table: string): readonly Watch[] =>
  withHosting(situation, [
    ...lockWatches(situation, table),
    ...transactionWatches(table),
    ...replicationWatches(situation),
    ...progressWatches,
    ...storageWatches(situation, table),
  ]);
