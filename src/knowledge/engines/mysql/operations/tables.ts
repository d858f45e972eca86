import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { bareName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { readColumns } from './read-columns.ts';

/** An empty table holds its right values in every column. What cannot be read counts as all columns together. */
function columnsOf(table: TableName, columns: string): readonly Delta[] {
  const read = readColumns(columns);
  const all: Delta = {
    kind: 'add-column',
    column: columnName(table, '*'),
    is: { nullable: true, hasDefault: false, filled: true },
  };
  return read.length === 0
    ? [all]
    : read.map(({ name, ...is }) => ({
        kind: 'add-column',
        column: columnName(table, name),
        is: { ...is, filled: true },
      }));
}

const referenced = (columns: string): readonly string[] => [
  ...new Set(
    [...columns.matchAll(/\breferences\s+((?:`(?:[^`]|``)+`|[\w$.])+)/gi)].flatMap(([, table]) => table ?? []),
  ),
];

/** A new table that nobody uses yet. */
export const createTable =
  (family: Family): Operations<Situation>['createTable'] =>
  ({ table, columns }) => {
    const others = referenced(columns).filter((other) => bareName(other) !== bareName(table));
    const { coming } = family.parentLocks;
    const parents = coming === undefined ? {} : Object.fromEntries(others.map((other) => [other, coming]));
    return performed({
      does: words`Create the table ${code(table)}`,
      scripts: [
        short(
          statement(`CREATE TABLE ${quoteTable(table)} (${columns}) ENGINE=InnoDB`, {
            locks: parents,
            source: family.source('create table'),
            deltas: [{ kind: 'add-table', table }, ...columnsOf(table, columns)],
          }),
        ),
      ],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} shows it on every node as it was reviewed, with its character set; the account of the application can use it`,
      undo: back(
        [
          short(
            statement(`DROP TABLE ${quoteTable(table)}`, {
              locks: { [table]: 'EXCLUSIVE', ...parents },
              source: family.source('drop table'),
              deltas: [{ kind: 'drop-table', table }],
            }),
          ),
        ],
        {
          note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
        },
      ),
    });
  };

/** Takes a table and its rows away for good. */
export const dropTable =
  (family: Family): Operations<Situation>['dropTable'] =>
  ({ table }) =>
    performed({
      does: words`Drop the table ${code(table)}`,
      scripts: [
        short(
          statement(`DROP TABLE ${quoteTable(table)}`, {
            locks: { [table]: 'EXCLUSIVE' },
            source: family.source('drop table'),
            deltas: [{ kind: 'drop-table', table }],
            remark:
              'one table in each statement; refused (3730, 1451) while a foreign key points to it; its triggers go with it, and removing a large file can slow the server for a moment',
          }),
        ),
      ],
      worked: words`${code(`SHOW TABLES LIKE '${bareName(table)}'`)} finds nothing on any node; errors flat 30 min`,
      undo: {
        kind: 'none',
        because: words`the rows of ${code(table)} went with the drop`,
        loses: { what: words`every row of ${code(table)}; only an export or a backup has them` },
      },
    });
