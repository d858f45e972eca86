import type { Release, Running, Write } from '#model/release.ts';
import type { Column, ColumnName, Schema } from '#model/schema.ts';
import { columnName, tableOf } from '#model/schema.ts';
import { columnIn } from './fold-schema.ts';

/** The rows as far as the laws need them: which columns hold values that later writes have left behind. */
export interface Place {
  readonly schema: Schema;
  readonly stale: readonly ColumnName[];
  /** Copies that are not filled but hold some values already. */
  readonly begun: readonly ColumnName[];
}

/** What stood before the change, and which columns hold the same thing. */
export interface Origin {
  readonly before: Schema;
  readonly copies: readonly (readonly ColumnName[])[];
}

const covers = (pair: ColumnName, column: ColumnName) =>
  pair === column || (pair.endsWith('.*') && tableOf(pair) === tableOf(column));

/** A sync of the schema fills this column when a writer leaves it out or sends NULL. */
const syncFills = (schema: Schema, column: ColumnName): boolean =>
  Object.values(schema.syncs).some(({ pairs, fills }) => fills && pairs.some(({ to }) => covers(to, column)));

/** It does so before the row is checked for NOT NULL. */
const fillsInTime = (schema: Schema, column: ColumnName): boolean =>
  Object.values(schema.syncs).some(
    ({ pairs, fills, late }) => fills && late !== true && pairs.some(({ to }) => covers(to, column)),
  );

/** A sync carries what is written to `from` over to `to`. */
const syncCarries = (schema: Schema, from: ColumnName, to: ColumnName): boolean =>
  Object.values(schema.syncs).some(({ pairs }) => pairs.some((pair) => covers(pair.from, from) && covers(pair.to, to)));

const named = ({ columns, optional, defaults }: Write): readonly string[] => [...columns, ...optional, ...defaults];

/** Every column that a release may write. */
export const writtenBy = (release: Release): readonly ColumnName[] =>
  release.writes.flatMap((write) => named(write).map((column) => columnName(write.table, column)));

/** Keeps a copy current: writes it itself, or a sync carries over what it writes. A writer of nothing in the group does no harm. */
function keepsCurrent(schema: Schema, release: Release, group: readonly ColumnName[], column: ColumnName): boolean {
  const written = writtenBy(release).filter((candidate) => group.some((member) => covers(member, candidate)));
  if (written.length === 0 || written.some((candidate) => covers(column, candidate))) return true;
  return written.some((candidate) => columnIn(schema, candidate) && syncCarries(schema, candidate, column));
}

const reads = (release: Release, flag: Running['flag']) =>
  release.reads.filter(({ when }) => when === undefined || when === `flag-${flag}`);

function readProblems({ schema, stale }: Place, release: Release, flag: Running['flag']): readonly string[] {
  return reads(release, flag).flatMap(({ column, fallback }) => {
    const found = columnIn(schema, column);
    if (!found) return [`reads ${column}, which is not there`];
    if (stale.includes(column)) return [`reads ${column}, which later writes have left behind`];
    if (found.filled) return [];
    const second = fallback === undefined ? undefined : columnIn(schema, fallback);
    const helps = fallback !== undefined && second?.filled === true && !stale.includes(fallback);
    return helps ? [] : [`reads ${column}, which is not filled`];
  });
}

function insertProblem(
  schema: Schema,
  release: Release,
  write: Write,
  name: ColumnName,
  column: Column,
  original: Schema,
): string | undefined {
  const bare = name.slice(name.lastIndexOf('.') + 1);
  if (bare === '*' || column.nullable || column.generated || fillsInTime(schema, name)) return undefined;
  if (write.columns.includes(bare) || write.defaults.includes(bare)) return undefined;
  if (!column.hasDefault) return `inserts into ${write.table} without ${name}, which is NOT NULL and has no default`;
  const always = original.columns[name]?.hasDefault === true;
  const remembers = release.remembersColumns && !release.ignores.includes(name);
  // A table that came with the change is remembered with its defaults: no process knew it without them.
  const stood = original.tables.includes(write.table);
  return remembers && !always && stood
    ? `may insert an explicit NULL into ${name}: a process that started before its default remembers none`
    : undefined;
}

/** The value that stands when the column is left out was a default before the change: its own, or that of a copy of it. */
const hadDefault = ({ before, copies }: Origin, column: ColumnName): boolean =>
  [column, ...copies.filter((group) => group.includes(column)).flat()].some(
    (member) => before.columns[member]?.hasDefault === true,
  );

/** Columns that a release leaves to a default which is gone, or which a process that started before it does not know. */
const defaultProblems = (schema: Schema, release: Release, write: Write, origin: Origin): readonly string[] =>
  (write.inserts ? write.optional : [])
    .filter((column) => !write.columns.includes(column) && !write.defaults.includes(column))
    .map((column) => columnName(write.table, column))
    .filter(
      (column) => columnIn(schema, column) !== undefined && !syncFills(schema, column) && hadDefault(origin, column),
    )
    .flatMap((column) => {
      if (columnIn(schema, column)?.hasDefault === false)
        return [`leaves ${column} to its default, which is not there`];
      const remembers =
        release.remembersColumns &&
        !release.ignores.includes(column) &&
        origin.before.columns[column]?.hasDefault !== true;
      return remembers
        ? [`may insert an explicit NULL into ${column}: a process that started before its default remembers none`]
        : [];
    });

function writeProblems(schema: Schema, release: Release, origin: Origin): readonly string[] {
  return release.writes.flatMap((write) => {
    if (!schema.tables.includes(write.table)) return [`writes ${write.table}, which is not there`];
    const missing = named(write)
      .map((column) => columnName(write.table, column))
      .filter((column) => !columnIn(schema, column))
      .map((column) => `writes ${column}, which is not there`);
    const generated = named(write)
      .map((column) => columnName(write.table, column))
      .filter((column) => columnIn(schema, column)?.generated === true)
      .map((column) => `writes ${column}, which the database computes`);
    const required = write.inserts
      ? Object.entries(schema.columns)
          .filter(([name]) => tableOf(name) === write.table)
          .flatMap(([name, column]) => insertProblem(schema, release, write, name, column, origin.before) ?? [])
      : [];
    const narrow = (write.wide ?? []).flatMap((wide) =>
      Object.entries(schema.columns)
        .filter(([name, column]) => column.narrow === true && syncCarries(schema, columnName(write.table, wide), name))
        .map(
          ([name]) =>
            `may write a value to ${columnName(write.table, wide)} that ${name} cannot hold, and the sync carries it there`,
        ),
    );
    return [...missing, ...generated, ...required, ...defaultProblems(schema, release, write, origin), ...narrow];
  });
}

/** What a release would meet in this place, as sentences without a subject. Empty when it is served. */
export const problemsFor = (
  place: Place,
  release: Release,
  flag: Running['flag'],
  origin: Origin,
): readonly string[] => [...readProblems(place, release, flag), ...writeProblems(place.schema, release, origin)];

/** Something that a release writes ends up in this column. */
const reaches = (schema: Schema, release: Release, column: ColumnName): boolean =>
  writtenBy(release).some(
    (written) => covers(column, written) || (columnIn(schema, written) && syncCarries(schema, written, column)),
  );

/** The place after the running releases have written for a while: copies that a writer does not keep fall behind. */
export function afterWrites(
  place: Place,
  running: readonly Release[],
  copies: readonly (readonly ColumnName[])[],
): Place {
  const { schema } = place;
  const members = copies
    .flatMap((group) => group.map((column) => ({ group, column })))
    .filter(({ column }) => {
      const found = columnIn(schema, column);
      return found !== undefined && !found.generated;
    });
  const begun = [
    ...place.begun,
    ...members
      .map(({ column }) => column)
      .filter((column) => running.some((release) => reaches(schema, release, column))),
  ];
  const left = members
    .filter(({ group, column }) => running.some((release) => !keepsCurrent(schema, release, group, column)))
    .map(({ column }) => column)
    .filter((column) => {
      const found = columnIn(schema, column);
      return found?.filled === true || found?.hasDefault === true || begun.includes(column);
    });
  return { schema, stale: [...new Set([...place.stale, ...left])], begun: [...new Set(begun)] };
}

/** Columns that a release's processes may remember and that go with this drop or rename. */
export const forgotten = (release: Release, column: ColumnName): boolean =>
  release.remembersColumns &&
  !release.ignores.includes(column) &&
  [...release.reads.map((read) => tableOf(read.column)), ...release.writes.map(({ table }) => table)].includes(
    tableOf(column),
  );
