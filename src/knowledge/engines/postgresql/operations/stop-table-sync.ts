import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, batches, measure, performed, short } from '../statement.ts';
import { dropTrigger, makeTrigger } from './sync-function.ts';
import { copyBatch, startTableDelta, tableSyncFunction, tableSyncMoment } from './table-sync.ts';

/** Ends the sync of two tables. The way back starts it again and copies what was written since. */
export const stopTableSync = (args: OperationArguments['stopTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Stop the sync ${code(args.name)}: ${code(args.to)} no longer follows ${code(args.from)}`,
    scripts: [short(...dropTrigger(args.from, args.name, [{ kind: 'stop-sync', name: args.name }]))],
    worked: words`a row of ${code(args.from)} that is written now leaves ${code(args.to)} as it was; no error for 30 min`,
    undo: back(
      [
        short(tableSyncFunction(args)),
        short(makeTrigger(args.from, args.name, tableSyncMoment(args), [startTableDelta(args)])),
        batches(copyBatch(args)),
      ],
      {
        minutes: measure(words`one batch over ${code(args.from)}, times the number of batches`),
        note: words`Until the last batch is through ${code(args.to)} is stale. Rows deleted from ${code(args.from)} meanwhile stay in ${code(args.to)}: compare the keys and decide.`,
      },
    ),
  });
