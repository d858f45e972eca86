import type { ChangeContext } from '#model/change.ts';
import type { Needs, Write } from '#model/release.ts';
import type { Column, Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { columnStands } from './table-needs.ts';

/** A table with one column that a change is about. */
export const standing = (table: TableName, column: string, is: Partial<Column>): readonly Delta[] => [
  { kind: 'add-table', table },
  columnStands(table, column, is),
];

/** How a release treats a column that stands: always gives it, may leave it out, sends a default of its own, or only reads what the database gives it. */
export type Gives = 'always' | 'sometimes' | 'itself' | 'reads' | 'never';

/** A release that reads a column and writes its table. */
export const readsAndGives = (table: TableName, column: string, gives: Gives): Needs => ({
  reads: gives === 'never' ? [] : [{ column: columnName(table, column) }],
  writes: [givesIn(table, [column], gives)],
  ignores: [],
});

const givesIn = (table: TableName, columns: readonly string[], gives: Gives): Write => ({
  table,
  inserts: true,
  columns: gives === 'always' ? columns : [],
  optional: gives === 'sometimes' ? columns : [],
  defaults: gives === 'itself' ? columns : [],
});

/** How today's release gives a column. A stack that remembers columns remembers their defaults and sends them itself. */
export const givenBy = ({ stack }: ChangeContext, defaulted: boolean): Gives =>
  defaulted ? (stack.remembersColumns ? 'itself' : 'sometimes') : 'always';
