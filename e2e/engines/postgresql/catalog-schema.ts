import type { Catalog } from '#knowledge/engines/postgresql/observe/index.ts';
import type { Column, Delta, Schema } from '#model/schema.ts';
import { emptySchema, tableOf } from '#model/schema.ts';
import { foldSchema, shapeOf } from '#planner/fold-schema.ts';

const name = /(?:"(?:[^"]|"")+"|[\w$]+)/.source;
const path = `(${name}(?:\\.${name})*)`;

const unquoted = (part: string): string => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part);

/** `public.orders` is `orders`, as a person types it. */
const typed = (quoted: string): string =>
  (quoted.match(new RegExp(name, 'g')) ?? [])
    .map(unquoted)
    .filter((part, index) => index > 0 || part !== 'public')
    .join('.');

const matched = (line: string, pattern: string): readonly string[] =>
  new RegExp(pattern).exec(line)?.slice(1).map(typed) ?? [];

const columnFrom = (line: string): Column => ({
  nullable: !/ not null\b/.test(line),
  hasDefault: / default /.test(line) || / as identity\b/.test(line),
  filled: true,
});

/** An object that stands on a table goes and comes with it, without a delta of its own. */
interface Owned {
  readonly object: string;
  readonly table: string;
}

const ownedFrom = (line: string, constraints: ReadonlySet<string>): Owned | undefined => {
  const [index, onTable] = matched(line, `^index ${path} .*? ON (?:ONLY )?${path} USING`);
  if (index !== undefined && onTable !== undefined) {
    const bare = index.slice(index.lastIndexOf('.') + 1);
    return constraints.has(bare) ? undefined : { object: `index ${bare}`, table: onTable };
  }
  const [constraint, table] = / NOT NULL \S+(?: NOT VALID unproved)?$/.test(line)
    ? []
    : matched(line, `^constraint ${path} on ${path} `);
  return constraint === undefined || table === undefined ? undefined : { object: `constraint ${constraint}`, table };
};

const alone: readonly (readonly [RegExp, string])[] = [
  [/^enum /, 'type'],
  [/^extension /, 'extension'],
  [/^publication \S+(?! table)/, 'publication'],
];

interface Shape {
  readonly schema: Schema;
  readonly owned: readonly Owned[];
  readonly triggers: number;
}

/** The catalog as the laws would know it. */
function shapeOfCatalog(catalog: Catalog): Shape {
  const tables = catalog.flatMap((line) => matched(line, `^(?:table|partitioned table|view) ${path} owner`));
  const columns = catalog.flatMap((line) =>
    matched(line, `^column ${path} `).map((column) => [column, columnFrom(line)] as const),
  );
  const constraints = new Set(catalog.flatMap((line) => matched(line, `^constraint ${path} on `)));
  const owned = catalog.flatMap((line) => ownedFrom(line, constraints) ?? []);
  const objects = catalog.flatMap((line) =>
    alone.flatMap(([pattern, kind]) =>
      pattern.test(line) && !/^publication \S+ table /.test(line) ? [`${kind} ${typed(line.split(' ')[1] ?? '')}`] : [],
    ),
  );
  return {
    schema: {
      ...emptySchema,
      tables,
      columns: Object.fromEntries(columns),
      objects: [...new Set([...objects, ...owned.map(({ object }) => object)])],
    },
    owned,
    triggers: catalog.filter((line) => line.startsWith('trigger ')).length,
  };
}

const touched = (delta: Delta): readonly string[] => {
  switch (delta.kind) {
    case 'add-table':
    case 'drop-table':
      return [delta.table];
    case 'rename-table':
      return [delta.from, delta.to];
    case 'add-column':
    case 'drop-column':
      return [tableOf(delta.column)];
    default:
      return [];
  }
};

const syncsIn = (deltas: readonly Delta[]): number =>
  deltas.filter(({ kind }) => kind === 'start-sync').length - deltas.filter(({ kind }) => kind === 'stop-sync').length;

/** Where what the deltas say differs from what the catalog shows. Empty when they agree. `objects: false`: their names are not ours. */
export function disagreements(
  before: Catalog,
  after: Catalog,
  deltas: readonly Delta[],
  { objects = true } = {},
): readonly string[] {
  const [was, is] = [shapeOfCatalog(before), shapeOfCatalog(after)];
  const plain = deltas.map((delta) => JSON.parse(JSON.stringify(delta).replaceAll('"public.', '"')) as Delta);
  const said = foldSchema(was.schema, plain);
  const anyColumns = new Set(
    Object.keys(said.columns)
      .filter((column) => column.endsWith('.*'))
      .map(tableOf),
  );
  const named = new Set(plain.flatMap((delta) => ('object' in delta ? [delta.object] : [])));
  const movedTables = new Set(plain.flatMap(touched));
  const carried = new Set(
    [...was.owned, ...is.owned]
      .filter(({ object, table }) => movedTables.has(table) && !named.has(object))
      .map(({ object }) => object),
  );
  const lines = (schema: Schema): readonly string[] =>
    shapeOf({
      ...schema,
      columns: Object.fromEntries(
        Object.entries(schema.columns).filter(([column]) => !anyColumns.has(tableOf(column))),
      ),
      objects: objects ? schema.objects.filter((object) => !carried.has(object)) : [],
      syncs: {},
    });
  const [claim, seen] = [lines(said), lines(is.schema)];
  const syncs = is.triggers - was.triggers;
  return [
    ...claim.filter((line) => !seen.includes(line)).map((line) => `the deltas say ${line}, the catalog does not`),
    ...seen.filter((line) => !claim.includes(line)).map((line) => `the catalog shows ${line}, the deltas do not`),
    ...(syncs === syncsIn(plain) || movedTables.size > 0 || plain.length === 0
      ? []
      : [`${syncs} triggers came, the deltas start ${syncsIn(plain)} syncs`]),
  ];
}
