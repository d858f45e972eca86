import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, batches, measure, performed, short } from '../statement.ts';
import { copyBatch, startTableDelta, tableTrigger, unfilledDeltas } from './table-sync.ts';
import { disabled, dropTrigger } from './trigger-statements.ts';

/** Keeps a second table equal to columns of the first, for every writer of the first. */
export const startTableSync = (args: OperationArguments['startTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Carry every write of ${code(args.from)} over to ${code(args.to)} by the trigger ${code(args.name)}, made disabled, looked at, then enabled. SQL*Loader in direct path mode passes it by`,
    scripts: [short(...tableTrigger(args, [startTableDelta(args), ...unfilledDeltas(args)]))],
    worked: words`${code('user_triggers')} shows ${code(args.name)} as ${code('ENABLED')}; a row inserted, changed and deleted in ${code(args.from)} is so in ${code(args.to)}`,
    undo: back([short(dropTrigger(args.from, args.name, [{ kind: 'stop-sync', name: args.name }]))], {
      note: words`If the trigger makes writes fail, ${code(disabled(args.from, args.name))} ends it as well and leaves it there.`,
    }),
  });

/** Ends the sync of two tables. The way back starts it again and copies what was written since. */
export const stopTableSync = (args: OperationArguments['stopTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Stop the sync ${code(args.name)}: ${code(args.to)} no longer follows ${code(args.from)}`,
    scripts: [short(dropTrigger(args.from, args.name, [{ kind: 'stop-sync', name: args.name }]))],
    worked: words`a row of ${code(args.from)} that is written now leaves ${code(args.to)} as it was; no error for 30 min`,
    undo: back([short(...tableTrigger(args, [startTableDelta(args)])), batches(copyBatch(args))], {
      minutes: measure(words`one range of ${code(args.from)}, times the number of ranges`),
      note: words`Until the last range is through ${code(args.to)} is stale. Rows deleted from ${code(args.from)} meanwhile stay in ${code(args.to)}: compare the keys and decide.`,
    }),
  });

/** Copies the rows that were there before the sync. What the sync has carried over meanwhile is not put back. */
export const copyRows = (args: OperationArguments['copyRows'], _situation: Situation): Outcome =>
  performed({
    does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys while the sync runs; the rows of a range cannot be changed until it is committed`,
    scripts: [batches(copyBatch(args))],
    worked: words`a further pass says 0 rows; both tables compare equal`,
    undo: { kind: 'unneeded', because: words`stop the copy; go on from there later` },
  });
