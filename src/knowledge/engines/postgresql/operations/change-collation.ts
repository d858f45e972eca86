import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, long, measure, performed, statement } from '../statement.ts';

type Args = OperationArguments['changeCollation'];

const collate = ({ table, column, type }: Args, collation: string): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} TYPE ${type} COLLATE ${quoteName(collation)}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      work: 'index build',
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
      remark: `each index that ${column} is in is built again meanwhile; no row is touched`,
    },
  );

/** The table stays as it is; each index of the column is built again while nobody can use the table. */
export const changeCollation = (args: Args, _situation: Situation): Outcome =>
  performed({
    does: words`Change the collation of ${code(columnName(args.table, args.column))} to ${code(args.to)}: its indexes are built again while nobody can use ${code(args.table)}`,
    scripts: [long(collate(args, args.to))],
    worked: words`${code(args.column)} is listed with ${code(args.to)}; the order of the ten first values is the one that was asked for`,
    undo: back([long(collate(args, args.from ?? 'default'))], {
      minutes: measure(words`building the indexes of ${code(args.column)} on a copy with production's size`),
      note: words`A unique index may refuse values that only the new collation tells apart.`,
    }),
  });
