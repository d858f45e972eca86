import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { LockMode } from '../observe/index.ts';
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
    [...columns.matchAll(/\breferences\s+((?:"(?:[^"]|"")+"|[\w$.])+)/gi)].flatMap(([, table]) => table ?? []),
  ),
];

/** A new table that nobody uses yet. */
export function createTable({ table, columns }: OperationArguments['createTable'], _situation: Situation): Outcome {
  const others = referenced(columns).filter((other) => bareName(other) !== bareName(table));
  const lockOthers = (mode: LockMode): Readonly<Record<TableName, LockMode>> =>
    Object.fromEntries(others.map((other) => [other, mode]));
  return performed({
    does: words`Create the table ${code(table)}`,
    scripts: [
      short(
        statement(`CREATE TABLE ${quoteTable(table)} (${columns})`, {
          locks: lockOthers('SHARE ROW EXCLUSIVE'),
          page: 'sql-createtable',
          deltas: [{ kind: 'add-table', table }, ...columnsOf(table, columns)],
        }),
      ),
    ],
    worked: words`${code(`\\d ${table}`)} shows it on every node as it was reviewed; the role of the application can use it`,
    undo: back(
      [
        short(
          statement(`DROP TABLE ${quoteTable(table)}`, {
            locks: { [table]: 'ACCESS EXCLUSIVE', ...lockOthers('ACCESS EXCLUSIVE') },
            page: 'sql-droptable',
            deltas: [{ kind: 'drop-table', table }],
          }),
        ),
      ],
      {
        note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
      },
    ),
  });
}
