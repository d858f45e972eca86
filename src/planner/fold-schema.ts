import type { Column, ColumnName, Delta, Schema, Sync, TableName } from '#model/schema.ts';
import { oncePerPair } from '#model/once-per.ts';
import { tableOf } from '#model/schema.ts';

const everyColumn = (table: TableName): ColumnName => `${table}.*`;

/** The column by its name, or what is known of all columns of its table. */
export const columnIn = (schema: Schema, column: ColumnName): Column | undefined =>
  schema.columns[column] ?? schema.columns[everyColumn(tableOf(column))];

const without = <Value>(record: Readonly<Record<string, Value>>, goes: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !goes(key)));

const renamed = <Value>(record: Readonly<Record<string, Value>>, rename: (key: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));

const inTable = (table: TableName) => (column: ColumnName) => tableOf(column) === table;

const renameIn = (sync: Sync, rename: (column: ColumnName) => ColumnName): Sync => ({
  ...sync,
  pairs: sync.pairs.map(({ from, to }) => ({ from: rename(from), to: rename(to) })),
});

/** The schema after one delta. Deltas that do not fit leave it as it is; `misfit` names them. One way through a plan always meets the same schemas. */
export const applyDelta = oncePerPair((schema: Schema, delta: Delta): Schema => {
  switch (delta.kind) {
    case 'add-table':
      return { ...schema, tables: [...schema.tables.filter((table) => table !== delta.table), delta.table] };
    case 'drop-table':
      return {
        ...schema,
        tables: schema.tables.filter((table) => table !== delta.table),
        columns: without(schema.columns, inTable(delta.table)),
      };
    case 'rename-table': {
      const rename = (column: ColumnName) =>
        tableOf(column) === delta.from ? `${delta.to}${column.slice(delta.from.length)}` : column;
      return {
        ...schema,
        tables: [...schema.tables.filter((table) => table !== delta.from), delta.to],
        columns: renamed(schema.columns, rename),
        syncs: Object.fromEntries(Object.entries(schema.syncs).map(([name, sync]) => [name, renameIn(sync, rename)])),
      };
    }
    case 'add-column':
      return { ...schema, columns: { ...schema.columns, [delta.column]: delta.is } };
    case 'drop-column':
      return { ...schema, columns: without(schema.columns, (column) => column === delta.column) };
    case 'rename-column': {
      const rename = (column: ColumnName) => (column === delta.from ? delta.to : column);
      return {
        ...schema,
        columns: renamed(schema.columns, rename),
        syncs: Object.fromEntries(Object.entries(schema.syncs).map(([name, sync]) => [name, renameIn(sync, rename)])),
      };
    }
    case 'alter-column': {
      const column = schema.columns[delta.column];
      return column
        ? { ...schema, columns: { ...schema.columns, [delta.column]: { ...column, ...delta.set } } }
        : schema;
    }
    case 'fill': {
      const column = schema.columns[delta.column];
      return column
        ? { ...schema, columns: { ...schema.columns, [delta.column]: { ...column, filled: true } } }
        : schema;
    }
    case 'export':
      return schema;
    case 'start-sync':
      return { ...schema, syncs: { ...schema.syncs, [delta.name]: delta.sync } };
    case 'stop-sync':
      return { ...schema, syncs: without(schema.syncs, (name) => name === delta.name) };
    case 'add-object':
      return { ...schema, objects: [...schema.objects.filter((object) => object !== delta.object), delta.object] };
    case 'drop-object':
      return { ...schema, objects: schema.objects.filter((object) => object !== delta.object) };
  }
});

const hasTable = (schema: Schema, table: TableName) => schema.tables.includes(table);

/** Why a delta does not fit the schema: it makes what is there, or takes what is not. `undefined` when it fits. */
export function misfit(schema: Schema, delta: Delta): string | undefined {
  switch (delta.kind) {
    case 'add-table':
      return hasTable(schema, delta.table) ? `table ${delta.table} is already there` : undefined;
    case 'drop-table':
      return hasTable(schema, delta.table) ? undefined : `table ${delta.table} is not there`;
    case 'rename-table':
      return hasTable(schema, delta.from) ? undefined : `table ${delta.from} is not there`;
    case 'add-column':
      return schema.columns[delta.column] ? `column ${delta.column} is already there` : undefined;
    case 'drop-column':
    case 'alter-column':
    case 'fill':
    case 'export':
      return columnIn(schema, delta.column) ? undefined : `column ${delta.column} is not there`;
    case 'rename-column':
      return columnIn(schema, delta.from) ? undefined : `column ${delta.from} is not there`;
    case 'start-sync':
      return schema.syncs[delta.name] ? `sync ${delta.name} is already there` : undefined;
    case 'stop-sync':
      return schema.syncs[delta.name] ? undefined : `sync ${delta.name} is not there`;
    case 'add-object':
      return schema.objects.includes(delta.object) ? `${delta.object} is already there` : undefined;
    case 'drop-object':
      return schema.objects.includes(delta.object) ? undefined : `${delta.object} is not there`;
  }
}

/** The schema after several deltas, in order. */
export const foldSchema = (schema: Schema, deltas: readonly Delta[]): Schema => deltas.reduce(applyDelta, schema);

/** What stands, without what is in the rows: two schemas are the same place when these lines agree. */
export const shapeOf = (schema: Schema): readonly string[] =>
  [
    ...schema.tables.map((table) => `table ${table}`),
    ...Object.entries(schema.columns).map(
      ([name, { nullable, hasDefault }]) =>
        `column ${name}${nullable ? '' : ' not null'}${hasDefault ? ' default' : ''}`,
    ),
    ...Object.keys(schema.syncs).map((name) => `sync ${name}`),
    ...schema.objects,
  ].toSorted();
