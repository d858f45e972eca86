import type { Catalog } from '#knowledge/engines/mysql/observe/index.ts';
import { bareName } from '#knowledge/engines/mysql/quote.ts';
import type { Column, Delta, Schema } from '#model/schema.ts';
import { emptySchema, tableOf } from '#model/schema.ts';
import { foldSchema, shapeOf } from '#planner/fold-schema.ts';

const columnFrom = (definition: string): Column => ({
  nullable: !/ NOT NULL\b/.test(definition) && !/^\S+ NOT NULL\b/.test(definition),
  hasDefault: /\bDEFAULT (?!NULL\b)/i.test(definition) || /\bAUTO_INCREMENT\b/.test(definition),
  filled: true,
});

/** An object that stands on a table goes and comes with it, without a delta of its own. */
interface Owned {
  readonly object: string;
  readonly table: string;
}

const lineOf = /^table (\S+) (column|index|key|constraint) (.*)$/;
const named = /`((?:[^`]|``)+)`/;

const ownedFrom = (line: string): Owned | undefined => {
  const [, table, word, rest = ''] = lineOf.exec(line) ?? [];
  if (table === undefined || word === 'column') return undefined;
  if (word === 'key') return { object: `PRIMARY of ${table}`, table };
  const [, name] = named.exec(rest) ?? [];
  if (name === undefined) return undefined;
  const kind = rest.startsWith('UNIQUE') ? 'unique' : word;
  return { object: `${kind} ${name}`, table };
};

interface Shape {
  readonly schema: Schema;
  readonly owned: readonly Owned[];
  readonly triggers: number;
}

/** The catalog as the laws would know it. A unique index is a constraint here, so the two words are one. */
function shapeOfCatalog(catalog: Catalog): Shape {
  const tables = catalog.flatMap(
    (line) => /^(?:table (\S+) with \)|view (\S+) )/.exec(line)?.slice(1).filter(Boolean) ?? [],
  );
  const columns = catalog.flatMap((line): readonly (readonly [string, Column])[] => {
    const [, table, word, rest = ''] = lineOf.exec(line) ?? [];
    if (table === undefined || word !== 'column') return [];
    const [whole = '', name = ''] = named.exec(rest) ?? [];
    return [[`${table}.${name}`, columnFrom(rest.slice(whole.length))]];
  });
  const owned = catalog.flatMap((line) => ownedFrom(line) ?? []);
  return {
    schema: {
      ...emptySchema,
      tables,
      columns: Object.fromEntries(columns),
      objects: [...new Set(owned.map(({ object }) => object))],
    },
    owned,
    triggers: catalog.filter((line) => line.startsWith('trigger ')).length,
  };
}

/** Names as the catalog has them: without the own database. */
const plain = (delta: Delta): Delta => JSON.parse(JSON.stringify(delta).replaceAll('"shop.', '"')) as Delta;

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

/** The primary key that came or went. */
const primaryThatMoved = (was: Shape, is: Shape): string => {
  const [before, after] = [was, is].map(({ schema }) =>
    schema.objects.filter((object) => object.startsWith('PRIMARY')),
  );
  const moved = [...(before ?? []), ...(after ?? [])].find(
    (object) => before?.includes(object) !== after?.includes(object),
  );
  return moved ?? 'PRIMARY';
};

/** Objects as the catalog tells them: a unique index by one word, and a primary key by one name, whatever it is called in a plan. */
function told(delta: Delta, known: ReadonlySet<string>, primary: string): Delta {
  if (!('object' in delta)) return delta;
  const [kind = '', ...rest] = delta.object.split(' ');
  const name = bareName(rest.join(' '));
  const found = [`${kind} ${name}`, `unique ${name}`].find((object) => known.has(object));
  return { ...delta, object: found ?? primary };
}

/** Where what the deltas say differs from what the catalog shows. Empty when they agree. `objects: false`: their names are not ours. */
export function disagreements(
  before: Catalog,
  after: Catalog,
  deltas: readonly Delta[],
  { objects = true } = {},
): readonly string[] {
  const [was, is] = [shapeOfCatalog(before), shapeOfCatalog(after)];
  const known = new Set([...was.owned, ...is.owned].map(({ object }) => object));
  const primary = primaryThatMoved(was, is);
  const said = deltas.map((delta) => told(plain(delta), known, primary));
  const folded = foldSchema(was.schema, said);
  const anyColumns = new Set(
    Object.keys(folded.columns)
      .filter((column) => column.endsWith('.*'))
      .map(tableOf),
  );
  const named = new Set(said.flatMap((delta) => ('object' in delta ? [delta.object] : [])));
  const moved = new Set(said.flatMap(touched));
  const carried = new Set(
    [...was.owned, ...is.owned]
      .filter(({ object, table }) => moved.has(table) && !named.has(object))
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
  const [claim, seen] = [lines(folded), lines(is.schema)];
  const came = is.triggers - was.triggers;
  const synced = syncsIn(said);
  return [
    ...claim.filter((line) => !seen.includes(line)).map((line) => `the deltas say ${line}, the catalog does not`),
    ...seen.filter((line) => !claim.includes(line)).map((line) => `the catalog shows ${line}, the deltas do not`),
    ...(Math.sign(came) === Math.sign(synced) || moved.size > 0
      ? []
      : [`${came} triggers came, the deltas start ${synced} syncs`]),
  ];
}
