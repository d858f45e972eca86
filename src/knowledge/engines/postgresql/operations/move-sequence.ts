import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable, regclass } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { alterDefault } from './defaults.ts';

type Args = OperationArguments['moveSequence'];

const move = ({ table, sequence, from, to }: Args): Script =>
  short(
    alterDefault(table, from, undefined),
    alterDefault(table, to, `nextval(${regclass(sequence)})`),
    statement(`ALTER SEQUENCE ${quoteTable(sequence)} OWNED BY ${quoteTable(table)}.${quoteName(to)}`, {
      locks: { [sequence]: 'SHARE ROW EXCLUSIVE', [table]: 'ACCESS SHARE' },
      page: 'sql-altersequence',
      remark: 'now it goes with the new column and not with the old',
    }),
  );

/** The numbers go on; only the column that they feed changes. */
export const moveSequence = (args: Args, _situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(args.sequence)} feed ${code(columnName(args.table, args.to))} instead of ${code(args.from)}. An identity column keeps its sequence to itself: there a new sequence is made`,
    scripts: [move(args)],
    worked: words`a row inserted without either column gets the next number in ${code(args.to)}`,
    undo: back([move({ ...args, from: args.to, to: args.from })]),
  });
