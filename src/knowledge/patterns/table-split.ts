import type { Needs, Probe } from '#model/release.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, joinText } from '#model/text.ts';
import type { TableCopy } from './table-copy.ts';
import { bareTable } from './table-name.ts';

/** Columns of a table that move to a table of their own, row by row. */
export interface TableSplit {
  readonly table: TableName;
  readonly key: string;
  readonly newTable: TableName;
  /** The new table's column that names the row of the first. */
  readonly newKey: string;
  readonly columns: readonly [string, ...string[]];
  /** Those of them that may not be NULL today. */
  readonly notNull: readonly string[];
  /** Columns and constraints of the new table. */
  readonly definition: string;
}

const joined = ({ table, newTable }: TableSplit) => `${bareTable(table)}_${bareTable(newTable)}`;

/** The names that a split gives to what it makes. */
export const splitNames = (split: TableSplit) => ({
  flag: `${bareTable(split.table)}_read_${bareTable(split.newTable)}`,
  foreignKey: `${joined(split)}_fkey`,
  moved: joinText(
    split.columns.map((column): Text => [code(column)]),
    ', ',
  ),
  old: split.columns.map((column) => columnName(split.table, column)),
  fresh: split.columns.map((column) => columnName(split.newTable, column)),
});

/** The definition holds a reference to the first table: its check comes before the sync takes the row away. */
export const refersBack = ({ table, definition }: TableSplit): boolean => {
  const name = bareTable(table).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`\\breferences\\s+(?:\\S+\\.)?"?${name}"?(?![\\p{L}\\d_$])`, 'iu').test(definition);
};

const pairs = ({ columns }: TableSplit) => columns.map((column) => ({ from: column, to: column }));

/** From the first table to the new one, rows and all. */
export const forth = (split: TableSplit): TableCopy => ({
  name: `${joined(split)}_forth`,
  from: split.table,
  to: split.newTable,
  key: split.key,
  toKey: split.newKey,
  columns: pairs(split),
});

/** From the new table back: only the values, never a row of the first table. */
export const back = (split: TableSplit): TableCopy => ({
  name: `${joined(split)}_back`,
  from: split.newTable,
  to: split.table,
  key: split.newKey,
  toKey: split.key,
  columns: pairs(split),
  onlyExisting: true,
});

/** What today’s release, the one that writes both and the one that knows only the new table need. */
export function splitReleases(split: TableSplit): Readonly<Record<'today' | 'write-both' | 'retire', Needs>> {
  const { table, newTable, newKey, columns } = split;
  const { old, fresh } = splitNames(split);
  const rest = { column: columnName(table, '*') };
  const writesOld = { table, inserts: true, columns, optional: [], defaults: [] };
  const writesNew = { table: newTable, inserts: true, columns: [newKey, ...columns], optional: [], defaults: [] };
  return {
    today: { reads: [rest, ...old.map((column) => ({ column }))], writes: [writesOld], ignores: [] },
    'write-both': {
      reads: [
        rest,
        ...old.map((column) => ({ column, when: 'flag-off' as const })),
        ...fresh.map((column) => ({ column, when: 'flag-on' as const })),
      ],
      writes: [writesOld, writesNew],
      ignores: [],
    },
    retire: {
      reads: [rest, ...fresh.map((column) => ({ column }))],
      writes: [{ ...writesOld, columns: [] }, writesNew],
      ignores: old,
    },
  };
}

/**
 * Representative statements. A release that writes both writes each row in one transaction, which a single statement
 * shows only through the first table; and a row of the new table needs its row of the first.
 */
export function splitProbes({ table, newTable, columns }: TableSplit): {
  readonly today: readonly Probe[];
  readonly 'write-both': readonly Probe[];
  readonly retire: readonly Probe[];
} {
  const read: Probe = { kind: 'read', table: newTable, columns };
  const first: readonly Probe[] = [
    { kind: 'insert', table, columns, nulls: [] },
    { kind: 'update', table, columns },
    { kind: 'read', table, columns },
  ];
  return {
    today: [...first, { kind: 'delete', table }],
    'write-both': [...first, read],
    retire: [{ kind: 'update', table: newTable, columns }, read],
  };
}
