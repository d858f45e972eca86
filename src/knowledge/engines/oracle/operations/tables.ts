import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { beside, quoteLast } from '../names.ts';
import { partsOf, quoteTable } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';
import { readColumns } from './read-columns.ts';

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
    locks: { [table]: 'exclusive DDL' },
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
    worked: words`${code(`DESCRIBE ${table}`)} shows it as it was reviewed; the user of the application can use it`,
    undo: back([short(drop(table))], {
      note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
    }),
  });

/** Takes a table and its rows away. The recycle bin may bring it back, and promises nothing. */
export const dropTable = ({ table }: OperationArguments['dropTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Drop the table ${code(table)}, without ${code('PURGE')}`,
    scripts: [
      short(
        drop(
          table,
          'refused while a foreign key points to it (ORA-02449); views and routines that name it become invalid',
        ),
      ),
    ],
    worked: words`${code(`DESCRIBE ${table}`)} says ${code('ORA-04043')}; errors flat 30 min. Then ${code('PURGE TABLE')}, once nobody wants it back`,
    undo: {
      kind: 'none',
      because: words`the recycle bin keeps no promise. Try it first all the same: while ${code('user_recyclebin')} lists ${code(table)}, ${code(`FLASHBACK TABLE ${quoteTable(table)} TO BEFORE DROP`)} brings it back with its rows; its indexes and triggers then have names of the bin, foreign keys that pointed elsewhere are gone. A tablespace that needs the room has emptied it`,
      loses: {
        what: words`every row of ${code(table)}, once it is out of the recycle bin; they are then only in an export, behind a restore point or in a backup`,
      },
    },
  });

const tableTo = (from: TableName, to: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(from)} RENAME TO ${quoteLast(to)}`, {
    locks: { [from]: 'exclusive DDL' },
    page: pages.alterTable,
    deltas: [{ kind: 'rename-table', from, to: beside(from, to) }],
    remark:
      'indexes, constraints, triggers and grants come with it; views and routines that say the old name become invalid',
  });

/** Renames a table. A view in its place would be a second statement, which commits after everybody has met a moment without the name. */
export function renameTable(
  { from, to, compatibilityView }: OperationArguments['renameTable'],
  _situation: Situation,
): Outcome {
  const schemas = [from, to].map((name) => partsOf(name).slice(0, -1).join('.'));
  if (schemas[1] !== '' && schemas[0] !== schemas[1])
    return {
      kind: 'cannot',
      because: words`a table stays in its schema, and ${code(to)} is in another`,
      instead: words`Data Pump with ${code('REMAP_SCHEMA')}, or a second table there that is kept equal and filled; a synonym can lead to it`,
    };
  if (compatibilityView)
    return {
      kind: 'cannot',
      because: words`the rename commits before a view can take the name ${code(from)}: until then every statement that says it fails (${code('ORA-00942')})`,
      instead: words`${code(`CREATE SYNONYM ${quoteTable(to)} FOR ${quoteTable(from)}`)} first, with the grants as they are; every release moves to ${code(to)}; then with everything stopped drop the synonym and rename. Or, in a schema enabled for editions, an editioning view under each name`,
    };
  return performed({
    does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement and routine that says ${code(from)} fails (${code('ORA-00942')})`,
    scripts: [short(tableTo(from, to))],
    worked: words`${code(`DESCRIBE ${to}`)} shows the table; ${code('user_objects')} lists nothing as ${code('INVALID')} that was valid before`,
    undo: back([short(tableTo(to, from))], {
      note: words`From then on every statement that says ${code(to)} fails.`,
    }),
  });
}

/** Ends the old name. Nothing of the table is touched. */
export const dropCompatibilityView = (
  { view, table }: OperationArguments['dropCompatibilityView'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Drop the view ${code(view)}: from this moment on every statement that says ${code(view)} fails`,
    scripts: [
      short(
        statement(`DROP VIEW ${quoteTable(view)}`, {
          locks: { [view]: 'exclusive DDL' },
          page: 'sqlrf/DROP-VIEW.html',
          deltas: [{ kind: 'drop-table', table: view }],
        }),
      ),
    ],
    worked: words`${code(`DESCRIBE ${view}`)} says ${code('ORA-04043')}; no error names it for 30 min`,
    undo: back([
      plainly(
        statement(`CREATE VIEW ${quoteTable(view)} AS SELECT * FROM ${quoteTable(table)}`, {
          page: pages.createView,
          deltas: [{ kind: 'add-table', table: view }, allOf(view)],
          remark: 'a new view has no grants: give them again as they were noted before the drop',
        }),
      ),
    ]),
  });
