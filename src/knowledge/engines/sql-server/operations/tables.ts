import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { partsOf, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { readColumns } from './read-columns.ts';
import { tableTo } from './renames.ts';
import { copyRights } from './rights.ts';

const allOf = (table: TableName): Delta => ({
  kind: 'add-column',
  column: columnName(table, '*'),
  is: { nullable: true, hasDefault: false, filled: true },
});

/** An empty table holds its right values in every column. What cannot be read counts as all columns together. */
function columnsOf(table: TableName, columns: string): readonly Delta[] {
  const read = readColumns(columns);
  return read.length === 0
    ? [allOf(table)]
    : read.map(({ name, ...is }) => ({
        kind: 'add-column',
        column: columnName(table, name),
        is: { ...is, filled: true },
      }));
}

const drop = (table: TableName, remark?: string): Statement =>
  statement(`DROP TABLE ${quoteTable(table)}`, {
    locks: { [table]: 'Sch-M' },
    page: pages.dropTable,
    deltas: [{ kind: 'drop-table', table }],
    ...(remark === undefined ? {} : { remark }),
  });

/** A new table that nobody uses yet. */
export const createTable = ({ table, columns }: OperationArguments['createTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Create the table ${code(table)}`,
    scripts: [
      short(
        statement(`CREATE TABLE ${quoteTable(table)} (${columns})`, {
          page: pages.createTable,
          deltas: [{ kind: 'add-table', table }, ...columnsOf(table, columns)],
          remark: 'a foreign key in it waits for the table that it points to',
        }),
      ),
    ],
    worked: words`${code(`EXEC sys.sp_help N'${table}'`)} shows it as it was reviewed; the user of the application can use it`,
    undo: back([short(drop(table))], {
      note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
    }),
  });

/** Takes a table and its rows away for good. There is no recycle bin. */
export const dropTable = ({ table }: OperationArguments['dropTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Drop the table ${code(table)}`,
    scripts: [
      short(
        drop(
          table,
          'refused while a foreign key points to it or a schema-bound view names it; other modules that name it fail when they run',
        ),
      ),
    ],
    worked: words`${code(`OBJECT_ID(N'${table}')`)} is NULL; errors flat 30 min`,
    undo: {
      kind: 'none',
      because: words`the rows of ${code(table)} went with the drop`,
      loses: {
        what: words`every row of ${code(table)}; only an export, a database snapshot or a backup has them`,
      },
    },
  });

/** A view under an old name has the columns of this moment. */
const standIn = (view: TableName, table: TableName): readonly [Statement, Statement] => [
  statement(`CREATE VIEW ${quoteTable(view)} AS SELECT * FROM ${quoteTable(table)}`, {
    page: `${pages.view}#updatable-views`,
    deltas: [{ kind: 'add-table', table: view }, allOf(view)],
    remark: 'a column that is added later is not in it before sp_refreshview',
  }),
  copyRights(table, view),
];

const dropView = (view: TableName): Statement =>
  statement(`DROP VIEW ${quoteTable(view)}`, {
    locks: { [view]: 'Sch-M' },
    page: 't-sql/statements/drop-view-transact-sql',
    deltas: [{ kind: 'drop-table', table: view }],
  });

/** Renames a table; with a view under the old name in the same transaction nobody meets a moment without either. */
export function renameTable(
  { from, to, compatibilityView }: OperationArguments['renameTable'],
  _situation: Situation,
): Outcome {
  const schemas = [from, to].map((name) => partsOf(name).slice(0, -1).join('.'));
  if (schemas[1] !== '' && schemas[0] !== schemas[1])
    return {
      kind: 'cannot',
      because: words`${code('sp_rename')} keeps a table in its schema, and ${code(to)} is in another`,
      instead: words`${code('ALTER SCHEMA … TRANSFER')} moves it, as a step of its own; it takes away the rights on the table`,
    };
  if (!compatibilityView)
    return performed({
      does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement and module that says ${code(from)} fails when it runs`,
      scripts: [short(tableTo(from, to))],
      worked: words`${code(`OBJECT_ID(N'${to}')`)} is not NULL; constraints, indexes and triggers keep their names`,
      undo: back([short(tableTo(to, from))], {
        note: words`From then on every statement that says ${code(to)} fails.`,
      }),
    });
  return performed({
    does: words`Rename ${code(from)} to ${code(to)} and put a view under the name ${code(from)}, in one transaction`,
    scripts: [short(tableTo(from, to), ...standIn(from, to))],
    worked: words`a row inserted, changed and deleted through ${code(from)} shows in ${code(to)}. ${code('TRUNCATE')}, ${code('ALTER TABLE')}, ${code('IDENTITY_INSERT')} and bulk loads do not go through the view`,
    undo: back([short(dropView(from), tableTo(to, from))]),
  });
}

/** Ends the old name. Nothing of the table is touched. */
export const dropCompatibilityView = (
  { view, table }: OperationArguments['dropCompatibilityView'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Drop the view ${code(view)}: from this moment on every statement that says ${code(view)} fails`,
    scripts: [short(dropView(view))],
    worked: words`${code(`OBJECT_ID(N'${view}')`)} is NULL; no error names it for 30 min`,
    undo: back([short(...standIn(view, table))]),
  });
