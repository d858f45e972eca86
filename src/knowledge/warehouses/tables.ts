import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { noView } from './absent.ts';
import type { Dialect } from './dialect.ts';
import { alone, back, performed, plainly, restore, schemaChange, short, whole } from './statement.ts';

/** Tables that come, go and change their names. */
export const tablesIn = (dialect: Dialect) => {
  const { name, quoting } = dialect;
  const dropping = (table: string) =>
    schemaChange(dialect, `DROP TABLE ${quoting.table(table)}`, {
      table,
      claim: 'tables',
      deltas: [{ kind: 'drop-table', table }],
    });

  const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
    performed({
      does: words`Create ${code(table)}`,
      scripts: [
        plainly(
          alone(dialect, `CREATE TABLE ${quoting.table(table)} (${columns})`, {
            table,
            claim: 'tables',
            work: 'catalog',
            deltas: whole(table),
          }),
        ),
      ],
      worked: words`${code(table)} is listed, with the columns as ordered and the rights of its readers`,
      undo: back([short(dialect, dropping(table))], { note: words`Rows written to ${code(table)} since go with it.` }),
    });

  const dropTable: Operations<Situation>['dropTable'] = ({ table }) =>
    performed({
      does: words`Drop ${code(table)}`,
      scripts: [short(dialect, dropping(table))],
      worked: words`${code(table)} is not listed, and no job or report names it in its errors`,
      undo: restore(
        dialect.tableBack(table),
        words`after that every row of ${code(table)}, except where an export has it`,
      ),
    });

  const renaming = (from: string, to: string) =>
    short(
      dialect,
      schemaChange(dialect, `ALTER TABLE ${quoting.table(from)} RENAME TO ${dialect.newName(to)}`, {
        table: from,
        claim: 'renames',
        deltas: [{ kind: 'rename-table', from, to }],
      }),
    );

  const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) =>
    compatibilityView
      ? noView(name, from, to)
      : performed({
          does: words`Rename ${code(from)} to ${code(to)}`,
          scripts: [renaming(from, to)],
          worked: words`${code(to)} is listed and ${code(from)} is not; views, jobs and loads that say ${code(from)} were changed`,
          undo: back([renaming(to, from)]),
        });

  return { createTable, dropTable, renameTable };
};
