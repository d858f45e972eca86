import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { dropTriggerIfThere, emptied, makeTrigger } from './sync-function.ts';
import { startTableDelta, tableSyncFunction, tableSyncMoment, unfilledDeltas } from './table-sync.ts';

/** Carries every write to the first table over to the second, in the same transaction. */
export const startTableSync = (args: OperationArguments['startTableSync'], _situation: Situation): Outcome =>
  performed({
    does: words`Carry every write to ${code(args.from)} over to ${code(args.to)}: a function, then a trigger that calls it. ${code(`${args.to}.${args.toKey}`)} must be unique`,
    scripts: [
      short(tableSyncFunction(args)),
      short(makeTrigger(args.from, args.name, tableSyncMoment(args), [startTableDelta(args), ...unfilledDeltas(args)])),
    ],
    worked: words`a row of ${code(args.from)} that is written now shows in ${code(args.to)}; writes cost one row more. An error in ${code(args.to)} fails the write to ${code(args.from)}`,
    undo: back([short(...dropTriggerIfThere(args.from, args.name, [{ kind: 'stop-sync', name: args.name }]))], {
      note: words`If the trigger makes writes fail and the lock is not granted, empty its function, without a lock on ${code(args.from)}: ${code(emptied(args.from, args.name))}.`,
    }),
  });
