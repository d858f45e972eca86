import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { batches, performed } from '../statement.ts';
import { copyBatch } from './table-sync.ts';

/** Copies the rows that were there before the sync. What the sync has carried over meanwhile is not put back. */
export const copyRows = (args: OperationArguments['copyRows'], _situation: Situation): Outcome =>
  performed({
    does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys while the sync runs`,
    scripts: [batches(copyBatch(args))],
    worked: words`the last range is through; a second pass changes no row; both tables compare equal`,
    undo: {
      kind: 'unneeded',
      because: words`stop the copy; go on from there later`,
    },
  });
