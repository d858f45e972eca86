import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot, Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../quote.ts';
import { back, performed, short } from '../statement.ts';
import { addDefault, dropDefaultOf } from './default-statements.ts';

/** ALTER SEQUENCE changes everything but the type. */
export const widenSequence = (
  { sequence, from, to }: OperationArguments['widenSequence'],
  _situation: Situation,
): Cannot => ({
  kind: 'cannot',
  because: words`a sequence keeps its type for life, and ${code(sequence)} counts as ${code(from)}; an ${code('IDENTITY')} belongs to its column and cannot move at all`,
  instead: words`Create a second sequence ${code(`AS ${to}`)} that starts beyond the current value of ${code(sequence)}, and let the default of the column take its numbers from there. For an ${code('IDENTITY')} column make a second table with the wider key, kept equal and filled, that takes the name`,
});

type Args = OperationArguments['moveSequence'];

const stays = ({ table, from }: Args): Cannot => ({
  kind: 'cannot',
  because: words`${code('IDENTITY')} is part of ${code(columnName(table, from))} from the day it was made: no column can get it later, lose it or hand it on`,
  instead: words`Make a second table whose key has the new type and ${code('IDENTITY')}, keep it equal and fill it, then let it take the name with everything stopped; or number by a sequence first, as a change of its own`,
});

const move = ({ table, sequence, from, to }: Args): Script =>
  short(dropDefaultOf(table, from), addDefault(table, to, `(NEXT VALUE FOR ${quoteTable(sequence)})`));

/** The numbers go on; only the column that they feed changes. */
export const moveSequence = (args: Args, _situation: Situation): Outcome =>
  args.identity === true
    ? stays(args)
    : performed({
        does: words`Let ${code(args.sequence)} feed ${code(columnName(args.table, args.to))} instead of ${code(args.from)}, through their defaults. An ${code('IDENTITY')} column cannot give its numbers away: stop here if ${code(args.from)} is one`,
        scripts: [move(args)],
        worked: words`a row inserted without either column gets the next number in ${code(args.to)}`,
        undo: back([move({ ...args, from: args.to, to: args.from })]),
      });
