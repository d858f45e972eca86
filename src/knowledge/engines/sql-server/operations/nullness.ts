import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, measure, performed, short } from '../statement.ts';
import { hasOnline } from '../versions.ts';
import { alterColumn } from './alter-column.ts';

type Args = Pick<OperationArguments['setNotNull'], 'table' | 'column'>;

/** A check that says the same is no help: a column in a check cannot be altered at all. */
const required = ({ table, column }: Args, situation: Situation): Statement =>
  alterColumn(
    { table, column, nullable: false, online: true },
    {
      work: 'unconfirmed',
      source: unconfirmed(
        `Does ${columnName(table, column)} NOT NULL only read every row, or write them too, on this version? Compare log_bytes in sys.dm_tran_database_transactions on the copy.`,
      ),
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } }],
      remark: hasOnline(situation)
        ? 'refused, and nothing has changed, when one row holds NULL; also while an index, a check or perhaps a default on the column depends on it'
        : 'nobody can use the table while every row is read; refused, and nothing has changed, when one row holds NULL, and while an index, a check or perhaps a default depends on the column',
    },
    situation,
  );

const optional = ({ table, column }: Args, situation: Situation): Statement =>
  alterColumn(
    { table, column, nullable: true },
    {
      work: 'catalog',
      source: unconfirmed(
        `Does ${columnName(table, column)} become nullable while a default, an index or a check on it stands? The manual lets it be refused: try it on the copy, with all that stands on the column by then.`,
      ),
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: true } }],
      remark: 'refused for a column of the primary key',
    },
    situation,
  );

/** Reads every row: in the background in Enterprise and Azure, while everybody waits in Standard. */
export const setNotNull = (args: OperationArguments['setNotNull'], situation: Situation): Outcome =>
  performed({
    does: words`Set NOT NULL on ${code(columnName(args.table, args.column))}${hasOnline(situation) ? ' online; nobody can use the table for a moment at its end' : words`: nobody can use ${code(args.table)} until every row has been read. Online is an Enterprise feature; a check added ${code('WITH NOCHECK')} keeps new rows right without it`}`,
    scripts: [short(required(args, situation))],
    worked: words`${code(args.column)} shows ${code('is_nullable = 0')} in ${code('sys.columns')}`,
    undo: back([short(optional(args, situation))]),
  });

/** In a moment there; the way back must read every row again. */
export const dropNotNull = (args: OperationArguments['dropNotNull'], situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(columnName(args.table, args.column))} be NULL`,
    scripts: [short(optional(args, situation))],
    worked: words`${code(args.column)} shows ${code('is_nullable = 1')} in ${code('sys.columns')}; every reader copes with NULL in it`,
    undo: back([short(required(args, situation))], {
      minutes: measure(words`reading every row of ${code(args.table)} once, on a copy with production's size`),
      note: words`Rows that hold NULL in ${code(args.column)} by then make it fail: decide on a value for them and fill it first.`,
    }),
  });
