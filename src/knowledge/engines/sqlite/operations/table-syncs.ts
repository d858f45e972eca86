import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, batches, measure, performed, short } from '../statement.ts';
import { copyBatch, dropTableTriggers, tableTriggers, unfilledDeltas } from './table-sync.ts';

/** Keeps a second table equal to columns of the first. */
export const startTableSync = (args: OperationArguments['startTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Carry every write to ${code(args.from)} over to ${code(args.to)} by triggers. ${code(`${args.to}.${args.toKey}`)} must be unique. Rows that ${code('REPLACE')} takes away fire no trigger unless ${code('PRAGMA recursive_triggers')} is on`,
    scripts: [short(...tableTriggers(args, unfilledDeltas(args)))],
    worked: words`a row of ${code(args.from)} that is written now shows in ${code(args.to)}; writes cost one row more. An error in ${code(args.to)} fails the write to ${code(args.from)}`,
    undo: back([short(...dropTableTriggers(args))]),
  });

/** Ends the sync of two tables. The way back starts it again and copies what was written since. */
export const stopTableSync = (args: OperationArguments['stopTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Stop the sync ${code(args.name)}: ${code(args.to)} no longer follows ${code(args.from)}`,
    scripts: [short(...dropTableTriggers(args))],
    worked: words`a row of ${code(args.from)} that is written now leaves ${code(args.to)} as it was; no error for 30 min`,
    undo: back([short(...tableTriggers(args)), batches(copyBatch(args))], {
      minutes: measure(words`one batch over ${code(args.from)}, times the number of batches`),
      note: words`Until the last batch is through ${code(args.to)} is stale. Rows deleted from ${code(args.from)} meanwhile stay in ${code(args.to)}: compare the keys and decide.`,
    }),
  });

/** Copies the rows that were there before the sync. */
export const copyRows = (args: OperationArguments['copyRows'], _situation: Situation): Outcome =>
  performed({
    does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys while the sync runs`,
    scripts: [batches(copyBatch(args))],
    worked: words`the last range is through; a second pass changes no row; both tables compare equal`,
    undo: { kind: 'unneeded', because: words`stop the copy; go on from there later` },
  });
