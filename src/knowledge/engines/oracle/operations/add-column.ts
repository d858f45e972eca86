import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Column } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { isComparable } from '../type-name.ts';
import { atLeast, letsWritersGoOn } from '../versions.ts';
import { setUnused } from './column-statements.ts';

type Args = OperationArguments['addColumn'];

const undoOf = ({ table, column }: Args, situation: Situation): Undo =>
  back([short(setUnused(table, column, situation, 'its room comes back with DROP UNUSED COLUMNS, in a quiet hour'))], {
    note: words`Values written to ${code(column)} since go with it, for good.`,
  });

const question = (args: Args) =>
  unconfirmed(
    `Does adding ${columnName(args.table, args.column)} with the default ${args.default ?? ''} write every row? Time it on the copy, and compare used_urec in v$transaction.`,
  );

/** DEFAULT stands before NOT NULL, or the statement is refused. */
function add(args: Args, work: Statement['effect']['work'], is: Column, situation: Situation): Statement {
  const { table, column, type, nullable } = args;
  const listed = args.default === undefined || !nullable || atLeast(23, situation);
  const beside = work === 'catalog' && listed && letsWritersGoOn(situation);
  const value = args.default === undefined ? '' : ` DEFAULT ${args.default}`;
  return statement(
    `ALTER TABLE ${quoteTable(table)} ADD (${quoteName(column)} ${type}${value}${nullable ? '' : ' NOT NULL'})`,
    {
      locks: { [table]: beside ? 'share DDL' : 'exclusive DDL' },
      work,
      page: beside ? pages.nonblocking : pages.alterTable,
      ...(work === 'unconfirmed' ? { source: question(args) } : {}),
      deltas: [{ kind: 'add-column', column: columnName(table, column), is }],
      ...(args.default !== undefined && work === 'catalog'
        ? {
            remark:
              'no row is touched, unless the table has LOB columns, is index-organized, clustered or temporary, or is a queue, object or materialized view table; unless a VPD policy is on it and you lack EXEMPT ACCESS POLICY; and unless the column is encrypted: then every row is written',
          }
        : {}),
    },
  );
}

const identity = /\bgenerated\b.*\bidentity\b/i;

/** A column without a default touches no row, nor does a constant default: it stands in the dictionary until a row is written. */
export function addColumn(args: Args, situation: Situation): Outcome {
  const { table, column, type, nullable } = args;
  const name = code(columnName(table, column));
  const worked = words`${code('user_tab_columns')} lists ${code(column)}; an insert that does not name it works. An insert without a list of columns fails (${code('ORA-00947')}), and a ${code('SELECT *')} shows it`;
  const undo = undoOf(args, situation);
  if (identity.test(type))
    return performed({
      does: words`Add ${name}, which the server numbers: every row gets its number while nobody can write to ${code(table)}`,
      scripts: [
        short(
          add({ ...args, nullable: true }, 'rewrite', { nullable: false, hasDefault: true, filled: true }, situation),
        ),
      ],
      worked,
      undo,
    });
  if (args.default === undefined)
    return nullable
      ? performed({
          does: words`Add ${name}, nullable`,
          scripts: [short(add(args, 'catalog', { nullable: true, hasDefault: false, filled: false }, situation))],
          worked,
          undo,
        })
      : {
          kind: 'cannot',
          because: words`a column that is NOT NULL and has no default can only be added while ${code(table)} is empty (${code('ORA-01758')}), and ${code("DEFAULT ''")} is no way round: the empty string is NULL`,
          instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before in batches, then set NOT NULL`,
        };
  const kind = defaultKind(args.default);
  const work = kind === 'volatile' ? 'rewrite' : kind === 'constant' && isComparable(type) ? 'catalog' : 'unconfirmed';
  return performed({
    does:
      work === 'catalog'
        ? words`Add ${name}${nullable ? ', nullable' : ', NOT NULL'}: the default stands in the dictionary, and rows of before show it`
        : words`Add ${name}${nullable ? ', nullable' : ', NOT NULL'} with its default in every row: where rows are written, nobody can write to ${code(table)} meanwhile`,
    scripts: [short(add(args, work, { nullable, hasDefault: true, filled: true }, situation))],
    worked,
    undo,
  });
}
