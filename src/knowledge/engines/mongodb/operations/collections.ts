import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta, type TableName } from '#model/schema.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, locking } from '../manual.ts';
import { collection, literal } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** A collection whose fields are not told one by one. */
const all = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

const dropping = (table: TableName) =>
  short(
    statement(`${collection(table)}.drop()`, {
      locks: [table],
      source: locking,
      deltas: [{ kind: 'drop-table', table }],
      remark: 'ends the change streams on it',
    }),
  );

const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
  performed({
    does: words`Create the collection ${code(table)}`,
    scripts: [
      short(
        statement(`db.createCollection(${literal(table)})`, {
          locks: [table],
          source: inManual('reference/method/db.createCollection'),
          deltas: all(table),
          remark: `its documents: ${columns.replaceAll(/\s+/g, ' ')}`,
        }),
      ),
    ],
    worked: words`${code('db.getCollectionNames()')} shows ${code(table)}`,
    undo: back([dropping(table)], { note: words`Documents written to ${code(table)} since go with it.` }),
  });

const dropTable: Operations<Situation>['dropTable'] = ({ table }) =>
  performed({
    does: words`Drop the collection ${code(table)}`,
    scripts: [dropping(table)],
    worked: words`${code('db.getCollectionNames()')} no longer shows ${code(table)}, and no error names it`,
    undo: {
      kind: 'none',
      because: words`a dropped collection does not come back but from a backup`,
      loses: { what: words`every document of ${code(table)}, except where an export or a restore has it` },
    },
  });

const renaming = (from: TableName, to: TableName) =>
  short(
    statement(`${collection(from)}.renameCollection(${literal(to)})`, {
      locks: [from, to],
      source: inManual('reference/command/renameCollection'),
      deltas: [{ kind: 'rename-table', from, to }],
      remark: 'ends open cursors and the change streams on it',
    }),
  );

const noView = (from: TableName, to: TableName): Cannot => ({
  kind: 'cannot',
  because: words`a view is for reading only in MongoDB, so it cannot stand in for ${code(from)}`,
  instead: words`Let both releases find ${code(to)} by a setting that is read at each request, stop the writers for the moment of the rename, rename, switch the setting, let them go on.`,
});

const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) =>
  compatibilityView
    ? noView(from, to)
    : performed({
        does: words`Rename the collection ${code(from)} to ${code(to)}`,
        scripts: [renaming(from, to)],
        worked: words`${code(to)} has the documents and indexes of ${code(from)}, and no collection ${code(from)} came up again: an insert under the old name would make a new one without an error`,
        undo: back([renaming(to, from)]),
      });

const dropCompatibilityView: Operations<Situation>['dropCompatibilityView'] = ({ view, table }) => noView(view, table);

export const collections = { createTable, dropTable, renameTable, dropCompatibilityView };
