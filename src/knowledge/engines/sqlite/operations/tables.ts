import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { partsOf, quoteLast, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { readColumns } from './read-columns.ts';

/** An empty table holds its right values in every column. What cannot be read counts as all columns together. */
function columnsOf(table: TableName, columns: string): readonly Delta[] {
  const read = readColumns(columns);
  return read.length === 0
    ? [
        {
          kind: 'add-column',
          column: columnName(table, '*'),
          is: { nullable: true, hasDefault: false, filled: true },
        },
      ]
    : read.map(({ name, ...is }) => ({
        kind: 'add-column',
        column: columnName(table, name),
        is: { ...is, filled: true },
      }));
}

const drop = (table: TableName) =>
  statement(`DROP TABLE ${quoteTable(table)}`, {
    writes: [table],
    page: 'lang_droptable',
    deltas: [{ kind: 'drop-table', table }],
  });

/** A new table that nobody uses yet. */
export const createTable = ({ table, columns }: OperationArguments['createTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Create the table ${code(table)}`,
    scripts: [
      short(
        statement(`CREATE TABLE ${quoteTable(table)} (${columns})`, {
          writes: [table],
          page: 'lang_createtable',
          deltas: [{ kind: 'add-table', table }, ...columnsOf(table, columns)],
          remark:
            'a key of SQLite takes NULL unless its columns say NOT NULL; lengths and types are held only in a STRICT table (3.37)',
        }),
      ),
    ],
    worked: words`${code(`.schema ${table}`)} shows it as it was reviewed`,
    undo: back([short(drop(table))], {
      note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
    }),
  });

/** Takes a table and its rows away for good. */
export const dropTable = ({ table }: OperationArguments['dropTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Drop the table ${code(table)}. Rows that point to it stay and point to nothing, because foreign keys are off in this script`,
    scripts: [short(drop(table))],
    worked: words`${code(`.schema ${table}`)} shows nothing; ${code('PRAGMA foreign_key_check')} finds nothing; no view or trigger names it; errors flat 30 min`,
    undo: {
      kind: 'none',
      because: words`the rows of ${code(table)} went with the drop`,
      loses: { what: words`every row of ${code(table)}; only an export or a copy of the file has them` },
    },
  });

const rename = (from: string, to: string) =>
  short(
    statement(`ALTER TABLE ${quoteTable(from)} RENAME TO ${quoteLast(to)}`, {
      writes: [from],
      page: 'lang_altertable#altertabrename',
      deltas: [{ kind: 'rename-table', from, to }],
    }),
  );

/** Renames a table, and what names it in the file. A view under the old name would only be read. */
export function renameTable(
  { from, to, compatibilityView }: OperationArguments['renameTable'],
  _situation: Situation,
): Outcome {
  if (compatibilityView)
    return {
      kind: 'cannot',
      because: words`a view of SQLite cannot be written; each write would need an ${code('INSTEAD OF')} trigger that names every column`,
      instead: words`Create the table ${code(to)} beside ${code(from)}, keep it equal by triggers, move readers, then writers; or rename while every program is stopped`,
    };
  if (partsOf(to).length > 1 && partsOf(to)[0]?.toLowerCase() !== partsOf(from)[0]?.toLowerCase())
    return {
      kind: 'cannot',
      because: words`${code('RENAME TO')} keeps a table in its file, and ${code(to)} is in another`,
      instead: words`Create it in the attached file and copy the rows in one transaction`,
    };
  return performed({
    does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement that says ${code(from)} fails. Foreign keys, views and triggers of the file are rewritten with it`,
    scripts: [rename(from, to)],
    worked: words`${code(`.schema ${to}`)} shows the table; each view of the file can be read`,
    undo: back([rename(to, from)], { note: words`From then on every statement that says ${code(to)} fails.` }),
  });
}

export const dropCompatibilityView = (
  { view, table }: OperationArguments['dropCompatibilityView'],
  _situation: Situation,
): Outcome => ({
  kind: 'cannot',
  because: words`no view stands in for ${code(table)} on SQLite, because a view cannot be written there`,
  instead: words`Nothing to run, unless you made ${code(view)} by hand: then ${code(`DROP VIEW ${view}`)} once nobody names it`,
});
