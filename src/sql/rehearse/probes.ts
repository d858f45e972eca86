import type { Rehearsal, RehearsalTable } from '#model/rehearsal.ts';
import type { Probe, Release } from '#model/release.ts';
import type { TableName } from '#model/schema.ts';
import type { Session } from '#model/session.ts';

/** A probe that failed: what a running release would have met. */
export interface ProbeFailure {
  readonly at: string;
  readonly release: string;
  readonly probe: string;
  readonly says: string;
}

/** The last value that a probe wrote to a column of a row. */
export interface Written {
  readonly table: TableName;
  readonly key: Readonly<Record<string, unknown>>;
  readonly column: string;
  readonly value: string | null;
}

/** Runs representative statements as a release would, and remembers what they wrote. */
export interface Prober {
  readonly run: (release: Release, at: string) => Promise<readonly ProbeFailure[]>;
  /** The schema is another one now: what is known of its tables is looked up again. */
  readonly forget: () => void;
  readonly written: () => readonly Written[];
  /** How many rows it has deleted. */
  readonly deleted: () => number;
}

const said = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

type Values = Readonly<Record<string, unknown>>;

const placeOf = (table: TableName, key: Values): string => JSON.stringify([table, key]);

const label = (probe: Probe): string =>
  `${probe.kind} ${probe.table}${'columns' in probe ? ` (${probe.columns.join(', ')})` : ''}`;

/**
 * Makes a prober over one connection. `original` is the schema as it was: a release fills those required columns
 * of it that its probe does not name, and none that came later.
 */
export function makeProber(
  session: Session,
  rehearsal: Rehearsal,
  original: ReadonlyMap<TableName, RehearsalTable>,
): Prober {
  let number = 0;
  let deleted = 0;
  const written = new Map<string, Written>();
  let keys = new Map<string, Promise<Values | undefined>>();
  let known = new Map<TableName, Promise<RehearsalTable | undefined>>();

  function describe(table: TableName): Promise<RehearsalTable | undefined> {
    const found = known.get(table) ?? rehearsal.describe(session, table);
    known.set(table, found);
    return found;
  }

  async function values(table: RehearsalTable, columns: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const found = table.columns.filter(({ name }) => columns.includes(name));
    const pairs = await Promise.all(
      found.map(async (column) => [column.name, await rehearsal.sample(session, table, column, number)] as const),
    );
    return Object.fromEntries(pairs);
  }

  /** A key of some row, asked once for each place in the table until the schema changes. */
  function anyKey(table: RehearsalTable): Promise<Values | undefined> {
    if (table.key.length === 0) return Promise.resolve(undefined);
    const any = rehearsal.anyKey(table, number);
    const found = keys.get(any.text) ?? session.query(any.text, any.parameters).then(([key]) => key);
    keys.set(any.text, found);
    return found;
  }

  /** Keeps what a statement says that it wrote. */
  function remember(table: RehearsalTable, row: Values | undefined, columns: readonly string[]): void {
    if (row === undefined || table.key.length === 0) return;
    const key = Object.fromEntries(table.key.map((column) => [column, row[column]]));
    for (const column of columns) {
      const value = row[`${column} now`];
      const entry = {
        table: table.table,
        key,
        column,
        value: value === null || value === undefined ? null : String(value),
      };
      const place = `${placeOf(table.table, key)} ${column}`;
      written.delete(place);
      written.set(place, entry);
    }
  }

  async function runProbe(probe: Probe): Promise<void> {
    number += 1;
    const table = await describe(probe.table);
    if (!table) throw new Error(`relation ${probe.table} is not there`);
    switch (probe.kind) {
      case 'read': {
        const statement = rehearsal.read(probe.table, probe.columns);
        await session.query(statement.text, statement.parameters);
        return;
      }
      case 'insert': {
        const required = (original.get(probe.table)?.columns ?? [])
          .filter(({ nullable, hasDefault, generated }) => !nullable && !hasDefault && !generated)
          .map(({ name }) => name)
          .filter((name) => !probe.nulls.includes(name) && table.columns.some((column) => column.name === name));
        const filled = await values(table, [...new Set([...required, ...probe.columns])]);
        const missing = probe.columns.find((column) => !table.columns.some(({ name }) => name === column));
        if (missing !== undefined) throw new Error(`column ${missing} of relation ${probe.table} is not there`);
        const nulls = Object.fromEntries(probe.nulls.map((column) => [column, null]));
        const statement = rehearsal.insert(table, { ...filled, ...nulls }, probe.columns);
        const [row] = await session.query(statement.text, statement.parameters);
        remember(table, row, probe.columns);
        return;
      }
      case 'update': {
        const key = await anyKey(table);
        if (!key) return;
        const changing = probe.columns.filter((column) => !table.key.includes(column));
        const missing = changing.find((column) => !table.columns.some(({ name }) => name === column));
        if (missing !== undefined) throw new Error(`column ${missing} of relation ${probe.table} is not there`);
        if (changing.length === 0) return;
        const statement = rehearsal.update(table, key, await values(table, changing), changing);
        const [row] = await session.query(statement.text, statement.parameters);
        remember(table, row, changing);
        return;
      }
      case 'delete': {
        const key = await anyKey(table);
        if (!key) return;
        const statement = rehearsal.remove(table, key);
        await session.query(statement.text, statement.parameters);
        deleted += 1;
        for (const [place, one] of written) {
          if (placeOf(one.table, one.key) === placeOf(table.table, key)) written.delete(place);
        }
        keys = new Map();
        return;
      }
    }
  }

  return {
    written: () => [...written.values()],
    deleted: () => deleted,
    forget: () => {
      known = new Map();
      keys = new Map();
    },
    run: async (release, at) => {
      const failures: ProbeFailure[] = [];
      for (const probe of release.probes) {
        try {
          await runProbe(probe);
        } catch (reason) {
          failures.push({ at, release: release.title, probe: label(probe), says: said(reason) });
        }
      }
      return failures;
    },
  };
}
