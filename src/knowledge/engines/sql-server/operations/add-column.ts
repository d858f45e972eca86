import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Column } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { pages } from '../manual.ts';
import { defaultName } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { addsOnline } from '../type-name.ts';
import { hasOnline } from '../versions.ts';
import { dropDefaultOf } from './default-statements.ts';

type Args = OperationArguments['addColumn'];

const online = `${pages.alterTable}#adding-not-null-columns-as-an-online-operation`;

const dropIt = ({ table, column }: Pick<Args, 'table' | 'column'>): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
    locks: { [table]: 'Sch-M' },
    page: `${pages.alterTable}#drop`,
    deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
  });

const undoOf = (args: Args, defaulted: boolean): Undo =>
  back([defaulted ? short(dropDefaultOf(args.table, args.column), dropIt(args)) : short(dropIt(args))], {
    note: words`Values written to ${code(args.column)} since go with it.`,
  });

const question = ({ table, column }: Args) =>
  unconfirmed(
    `Does adding ${columnName(table, column)}, nullable, WITH VALUES write every row in this edition? The manual promises that no row is touched only for NOT NULL.`,
  );

const identity = /\bidentity\b|\browversion\b|\btimestamp\b/i;

function add(args: Args, work: Statement['effect']['work'], is: Column): Statement {
  const { table, column, type, nullable } = args;
  const values = nullable && is.filled ? ' WITH VALUES' : '';
  const value =
    args.default === undefined ? '' : ` CONSTRAINT ${defaultName(table, column)} DEFAULT ${args.default}${values}`;
  return statement(
    `ALTER TABLE ${quoteTable(table)} ADD ${quoteName(column)} ${type} ${nullable ? 'NULL' : 'NOT NULL'}${value}`,
    {
      locks: { [table]: 'Sch-M' },
      work,
      page: args.default === undefined ? `${pages.alterTable}#add` : online,
      ...(work === 'unconfirmed' ? { source: question(args) } : {}),
      deltas: [{ kind: 'add-column', column: columnName(table, column), is }],
    },
  );
}

/**
 * A nullable column without a default touches no row. NOT NULL with a constant default touches none either in Enterprise and Azure; in Standard it writes every
 * row while nobody can use the table.
 */
export function addColumn(args: Args, situation: Situation): Outcome {
  const { table, column, type, nullable } = args;
  const worked = words`${code(column)} is in ${code(`sys.columns`)} of ${code(table)}; an insert that does not name it works. ${code('SELECT *')} in views shows it only after ${code('sp_refreshview')}`;
  const name = code(columnName(table, column));
  const kind = args.default === undefined ? undefined : defaultKind(args.default);

  if (identity.test(type))
    return performed({
      does: words`Add ${name}, which the server numbers: every row is written while nobody can use ${code(table)}`,
      scripts: [
        short(add({ ...args, nullable: false }, 'rewrite', { nullable: false, hasDefault: true, filled: true })),
      ],
      worked,
      undo: undoOf(args, false),
    });
  const same = kind === 'constant' || kind === 'stable';
  if (nullable && same)
    return performed({
      does: words`Add ${name}, nullable, with its default in every row of before${hasOnline(situation) ? '' : words`: each is written while nobody can use ${code(table)}`}`,
      scripts: [
        short(
          add(args, hasOnline(situation) ? 'unconfirmed' : 'rewrite', {
            nullable: true,
            hasDefault: true,
            filled: true,
          }),
        ),
      ],
      worked,
      undo: undoOf(args, true),
    });
  if (nullable)
    return performed({
      does:
        kind === undefined
          ? words`Add ${name}, nullable`
          : words`Add ${name}, nullable, with its default: new rows get ${code(args.default ?? '')}, the rows of before stay NULL until they are filled`,
      scripts: [short(add(args, 'catalog', { nullable: true, hasDefault: kind !== undefined, filled: false }))],
      worked,
      undo: undoOf(args, kind !== undefined),
    });
  if (kind === undefined)
    return {
      kind: 'cannot',
      because: words`a column that is NOT NULL and has no default can only be added while ${code(table)} is empty`,
      instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before in batches, then set NOT NULL`,
    };
  const instant = hasOnline(situation) && same && addsOnline(type);
  return performed({
    does: instant
      ? words`Add ${name}, NOT NULL: the default stands in the catalog, no row is touched, unless a row could then pass 8,060 bytes`
      : words`Add ${name}, NOT NULL with its default: every row is written while nobody can use ${code(table)}`,
    scripts: [short(add(args, instant ? 'catalog' : 'rewrite', { nullable: false, hasDefault: true, filled: true }))],
    worked,
    undo: undoOf(args, true),
  });
}
