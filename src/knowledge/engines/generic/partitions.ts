import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, described, lockQuestion } from './described.ts';

/** Nothing is known of how this engine attaches a table, so the way that needs no such thing is named. */
const partitionInPlace: Operations<Situation>['partitionInPlace'] = ({ table }): Cannot => ({
  kind: 'cannot',
  because: words`whether this engine can make ${code(table)} a partition without a copy is not confirmed`,
  instead: words`Create the partitioned table beside ${code(table)}, keep it equal for every writer, copy the rows in batches, compare, then let the application move to it.`,
});

const detachPartition: Operations<Situation>['detachPartition'] = ({ table, partition, from, to }) =>
  described({
    does: words`Detach ${code(partition)} from ${code(table)}`,
    run: {
      text: `Detach the partition ${partition} (${from} to ${to}) from ${table}, so that it stays as a table of its own.`,
      question: lockQuestion('detach a partition', table),
    },
    worked: words`${code(partition)} is a table of its own with all its rows`,
    undo: back({
      text: `Attach ${partition} to ${table} again for ${from} to ${to}.`,
      question: lockQuestion('attach a partition', table),
    }),
  });

export const partitions = { partitionInPlace, detachPartition };
