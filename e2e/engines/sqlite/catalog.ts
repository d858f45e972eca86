import type { Row, Session } from '#model/session.ts';
import type { Column, Delta, Schema } from '#model/schema.ts';
import { emptySchema, tableOf } from '#model/schema.ts';
import { foldSchema, shapeOf } from '#planner/fold-schema.ts';
import { isConstraint, readDefinition } from './definition.ts';

/** The schema of a file as lines, without what says nothing: space, quotes, the order of columns. */
export type Catalog = readonly string[];

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;
const plain = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .replaceAll(/"([a-z_]\w*)"/gi, '$1')
    .replaceAll(/ ?([(),]) ?/g, '$1')
    .trim();

const ownTables = `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`;

async function tableLines(session: Session, { name, sql }: Row): Promise<readonly string[]> {
  const table = text(name);
  const columns = await session.query(
    `SELECT name, type, "notnull" AS required, dflt_value AS value, pk, hidden FROM pragma_table_xinfo(${quoted(table)})`,
  );
  const keys = await session.query(
    `SELECT "from", "table", "to", on_delete, on_update FROM pragma_foreign_key_list(${quoted(table)}) ORDER BY 1, 2, 3`,
  );
  const { parts, rest } = readDefinition(text(sql));
  const further = parts
    .filter((part) => !isConstraint(part))
    .flatMap((part) => {
      const [said] = /\b(?:check|collate|generated|autoincrement|unique|constraint)\b.*/i.exec(part) ?? [];
      return said === undefined
        ? []
        : [`further ${table}: ${plain(said.replace(/\s*\b(?:not null|default \S+)/gi, ''))}`];
    });
  return [
    `table ${table} ${plain(rest)}`.trim(),
    ...columns.map(
      (row) =>
        `column ${table}.${text(row['name'])} ${text(row['type'])}${row['required'] === 1 ? ' not null' : ''}${row['value'] === null ? '' : ` default ${text(row['value'])}`} pk ${text(row['pk'])} hidden ${text(row['hidden'])}`,
    ),
    ...keys.map((row) => `key ${table} ${Object.values(row).map(text).join(' ')}`),
    ...parts.filter(isConstraint).map((part) => `constraint ${table}: ${plain(part)}`),
    ...further,
  ];
}

/** Everything that a script could have changed in the schema. */
export async function catalogOf(session: Session): Promise<Catalog> {
  const lines: string[] = [];
  for (const row of await session.query(ownTables)) lines.push(...(await tableLines(session, row)));
  const others = await session.query(
    `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type, name`,
  );
  return [
    ...lines,
    ...others.map(
      (row) => `${text(row['type'])} ${text(row['name'])} on ${text(row['tbl_name'])}: ${plain(text(row['sql']))}`,
    ),
  ];
}

const columnFrom = (line: string): Column => ({
  nullable: !/ not null\b/.test(line),
  hasDefault: / default /.test(line),
  filled: true,
});

/** The catalog as the laws would know it. An index or constraint of a table is named without it. */
function schemaOf(catalog: Catalog): Schema {
  const found = (pattern: RegExp): readonly string[] => catalog.flatMap((line) => pattern.exec(line)?.[1] ?? []);
  const columns = catalog.flatMap((line) => {
    const [, name] = /^column (\S+) /.exec(line) ?? [];
    return name === undefined ? [] : [[name, columnFrom(line)] as const];
  });
  return {
    ...emptySchema,
    tables: found(/^table (\S+)/),
    columns: Object.fromEntries(columns),
    objects: [
      ...found(/^index (\S+) on/).map((name) => `index ${name}`),
      ...found(/^constraint \S+: constraint (\S+) /i).map((name) => `constraint ${name}`),
    ],
  };
}

/** Tables whose columns are not told one by one, or that come or go with all that hangs on them. */
const notTold = (deltas: readonly Delta[]): ReadonlySet<string> =>
  new Set(deltas.flatMap((delta) => (delta.kind === 'add-table' || delta.kind === 'drop-table' ? [delta.table] : [])));

/** Where what the deltas say and what the catalog shows part. */
export function disagreements(before: Catalog, after: Catalog, typed: readonly Delta[]): readonly string[] {
  const deltas = JSON.parse(JSON.stringify(typed).replaceAll('main.', '')) as readonly Delta[];
  const skipped = notTold(deltas);
  const starred = new Set(
    deltas.flatMap((delta) =>
      delta.kind === 'add-column' && delta.column.endsWith('.*') ? [tableOf(delta.column)] : [],
    ),
  );
  const lines = (schema: Schema): readonly string[] =>
    shapeOf({ ...schema, syncs: {} }).filter((line) => {
      const [, table] = /^column (\S+)\.\S+/.exec(line) ?? [];
      return !(table !== undefined && starred.has(table)) && !(skipped.size > 0 && /^(?:index|constraint) /.test(line));
    });
  const said = lines(foldSchema(schemaOf(before), deltas));
  const seen = lines(schemaOf(after));
  return [
    ...said.filter((line) => !seen.includes(line)).map((line) => `said, but not there: ${line}`),
    ...seen.filter((line) => !said.includes(line)).map((line) => `there, but not said: ${line}`),
  ];
}
