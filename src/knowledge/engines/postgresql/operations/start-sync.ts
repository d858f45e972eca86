import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { dropTriggerIfThere, emptied, makeTrigger, narrowDeltas, startDelta, syncFunction } from './sync-function.ts';

const named = (table: string, pairs: OperationArguments['startSync']['pairs']): Text =>
  joinText(
    pairs.map(({ from, to }) => words`${code(`${table}.${from}`)} and ${code(`${table}.${to}`)}`),
    ', ',
  );

const limits = ({ pairs }: OperationArguments['startSync']): Text =>
  joinText(
    pairs
      .filter(({ narrows }) => narrows === true)
      .map(({ from, to }) => words` A value of ${code(to)} that ${code(from)} cannot hold makes the whole write fail.`),
    '',
  );

/** Keeps columns of one row equal, for every writer. The new column wins where both are written. */
export const startSync = (args: OperationArguments['startSync'], _situation: Situation): Outcome => {
  const fresh = joinText(
    args.pairs.map(({ to }) => [code(to)]),
    ', ',
  );
  return performed({
    does: words`Keep ${named(args.table, args.pairs)} equal for every writer: a function, then a trigger that calls it.${limits(args)}`,
    scripts: [
      short(syncFunction(args)),
      short(
        makeTrigger(args.table, args.name, 'BEFORE INSERT OR UPDATE', [startDelta(args), ...narrowDeltas(args, true)]),
      ),
    ],
    worked: words`a row written now through either column has both; writes stay as fast as before`,
    undo: back(
      [
        short(
          ...dropTriggerIfThere(args.table, args.name, [
            { kind: 'stop-sync', name: args.name },
            ...narrowDeltas(args, false),
          ]),
        ),
      ],
      {
        note: words`If the trigger makes writes fail and the lock is not granted, empty its function: ${code(emptied(args.table, args.name))}. Only while ${fresh} may be NULL; never once readers are on it.`,
      },
    ),
  });
};
