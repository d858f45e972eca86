import type { CatalogColumn } from '#model/engine.ts';
import type { Bound, Rehearsal, RehearsalTable } from '#model/rehearsal.ts';
import type { Session } from '#model/session.ts';

type Values = Readonly<Record<string, unknown>>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const asText = (value: unknown): unknown => (value === undefined ? null : value);

/** The table as it is now; `undefined` when it is not there. */
async function describe(session: Session, table: string): Promise<RehearsalTable | undefined> {
  const columns = await session.query(
    'SELECT name, type, "notnull" AS required, dflt_value AS value, pk, hidden FROM pragma_table_xinfo($1)',
    [table],
  );
  if (columns.length === 0) return undefined;
  const references = await session.query(
    'SELECT "from" AS name, "table" AS target, "to" AS referenced FROM pragma_foreign_key_list($1)',
    [table],
  );
  return {
    table,
    columns: columns.map((row): CatalogColumn => ({
      name: String(row['name']),
      type: String(row['type']),
      nullable: row['required'] !== 1,
      hasDefault: row['value'] !== null,
      generated: Number(row['hidden']) > 1,
    })),
    key: columns.filter((row) => Number(row['pk']) > 0).map((row) => String(row['name'])),
    references: references.map((row) => ({
      column: String(row['name']),
      table: String(row['target']),
      referenced: String(row['referenced']),
    })),
  };
}

/** Above every key that the rows of a rehearsal hold. */
const firstKey = 1_000_000_000;

async function sample(
  session: Session,
  table: RehearsalTable,
  column: CatalogColumn,
  number: number,
): Promise<unknown> {
  const reference = table.references.find((one) => one.column === column.name);
  if (reference) {
    const [row] = await session.query(
      `SELECT ${quoted(reference.referenced)} AS value FROM ${quoted(reference.table)} ORDER BY 1 LIMIT 1 OFFSET $1`,
      [number % 3],
    );
    return row?.['value'] ?? null;
  }
  if (/char|clob|text/i.test(column.type)) return `probe ${number}`;
  if (/date|time/i.test(column.type)) return `2026-02-${String(1 + (number % 28)).padStart(2, '0')}`;
  return table.key.includes(column.name) ? firstKey + number : 10_000 + number;
}

const where = (key: Values, from: number): string =>
  Object.keys(key)
    .map((column, index) => `${quoted(column)} = $${from + index}`)
    .join(' AND ');

/** Asked in a statement of its own: RETURNING answers before triggers have run. */
const now = ({ table, key }: RehearsalTable, asked: readonly string[], which: string): string =>
  key.length === 0
    ? ''
    : `;\nSELECT ${[...key.map(quoted), ...asked.map((column) => `CAST(${quoted(column)} AS TEXT) AS ${quoted(`${column} now`)}`)].join(', ')} FROM ${quoted(table)} WHERE ${which}`;

function insert(table: RehearsalTable, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const list = columns.map(quoted).join(', ');
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  const what = columns.length === 0 ? 'DEFAULT VALUES' : `(${list}) VALUES (${places})`;
  return {
    text: `INSERT INTO ${quoted(table.table)} ${what}${now(table, asked, 'rowid = last_insert_rowid()')}`,
    parameters: columns.map((column) => asText(values[column])),
  };
}

function update(table: RehearsalTable, key: Values, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const sets = columns.map((column, index) => `${quoted(column)} = $${index + 1}`).join(', ');
  const which = where(key, columns.length + 1);
  return {
    text: `UPDATE ${quoted(table.table)} SET ${sets} WHERE ${which}${now(table, asked, which)}`,
    parameters: [...Object.values(values), ...Object.values(key)].map(asText),
  };
}

/** Representative reads and writes for SQLite. */
export const rehearsal: Rehearsal = {
  describe,
  sample,
  insert,
  update,
  remove: (table, key) => ({
    text: `DELETE FROM ${quoted(table.table)} WHERE ${where(key, 1)}`,
    parameters: Object.values(key),
  }),
  read: (table, columns) => ({
    text: `SELECT ${columns.length === 0 ? 'count(*)' : columns.map((column) => quoted(column)).join(', ')} FROM ${quoted(table)} LIMIT 5`,
    parameters: [],
  }),
  rowOf: (table, key, columns) => ({
    text: `SELECT ${columns.map((column) => `CAST(${quoted(column)} AS TEXT) AS ${quoted(column)}`).join(', ')} FROM ${quoted(table.table)} WHERE ${where(key, 1)}`,
    parameters: Object.values(key),
  }),
  anyKey: (table, number) => ({
    text: `SELECT ${table.key.map(quoted).join(', ')} FROM ${quoted(table.table)} ORDER BY ${table.key.map(quoted).join(', ')} LIMIT 1 OFFSET ${number % 7}`,
    parameters: [],
  }),
};
