import type { Needs } from '#model/release.ts';
import type { Column, Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';

/** What a release needs that does not touch what changes. */
export const needsNothing: Needs = { reads: [], writes: [], ignores: [] };

/** What a release needs that reads and writes a whole table. */
export const needsTable = (table: TableName): Needs => ({
  reads: [{ column: columnName(table, '*') }],
  writes: [{ table, inserts: true, columns: [], optional: [], defaults: [] }],
  ignores: [],
});

/** What a release needs that reads every column of a table that was just made, and leaves defaults to the database. */
export function needsMade(made: Outcome, table: TableName): Needs {
  const deltas = made.kind === 'cannot' ? [] : statementsOf(made.scripts).flatMap((statement) => statement.deltas);
  const columns = deltas.flatMap((delta) => (delta.kind === 'add-column' ? [delta] : []));
  const bare = (name: string) => name.slice(name.lastIndexOf('.') + 1);
  const required = columns.filter(({ is }) => !is.nullable && !is.hasDefault && is.generated !== true);
  return {
    reads: columns.map(({ column }) => ({ column })),
    writes: [{ table, inserts: true, columns: required.map(({ column }) => bare(column)), optional: [], defaults: [] }],
    ignores: [],
  };
}

const plainColumn: Column = { nullable: true, hasDefault: false, filled: true };

/** A table that stands before the change, of whose columns nothing more is known. */
export const tableStands = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: plainColumn },
];

/** A column that stands before the change, filled; nullable and without a default unless said otherwise. */
export const columnStands = (table: TableName, column: string, is: Partial<Column> = {}): Delta => ({
  kind: 'add-column',
  column: columnName(table, column),
  is: { ...plainColumn, ...is },
});
