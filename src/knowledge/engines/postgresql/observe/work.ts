import type { Session } from '#model/session.ts';
import type { Relation } from './relations.ts';

/** Which tables a statement worked on, row by row. Sorted names, as they were before the statement. */
export interface Work {
  /** Read from end to end. */
  readonly scanned: readonly string[];
  /** Given an index, or an index of theirs was built again. */
  readonly indexed: readonly string[];
  /** Rows inserted, updated or deleted by a statement that may run in a transaction. */
  readonly changed: readonly string[];
}

interface Counters {
  readonly scans: number;
  readonly changes: number;
}

/** What the running transaction has done so far. Counters may hold leftovers of earlier ones, so take them before and after. */
export async function countersOf(session: Session): Promise<ReadonlyMap<string, Counters>> {
  const rows = await session.query(
    `select relid::text as id, seq_scan as scans, n_tup_ins + n_tup_upd + n_tup_del as changes from pg_stat_xact_user_tables`,
  );
  return new Map(
    rows.map(({ id, scans, changes }) => [String(id), { scans: Number(scans), changes: Number(changes) }]),
  );
}

/** Joins the two witnesses: what the engine counted, and what it said at DEBUG1 (which names tables without their schema). */
export function workBetween(
  relations: ReadonlyMap<string, Relation>,
  before: ReadonlyMap<string, Counters>,
  after: ReadonlyMap<string, Counters>,
  notices: readonly string[],
): Work {
  const grown = (by: keyof Counters): readonly string[] =>
    [...after].flatMap(([id, counters]) => {
      const relation = relations.get(id);
      return relation && counters[by] > (before.get(id)?.[by] ?? 0) ? [relation.name] : [];
    });
  const said = (pattern: RegExp): readonly string[] => {
    const bare = notices.flatMap((notice) => pattern.exec(notice)?.[1] ?? []);
    return [...relations.values()].filter((relation) => bare.includes(relation.bare)).map(({ name }) => name);
  };
  const indexed = said(/^building index ".*" on table "(.*)" /);
  return {
    scanned: sorted([...grown('scans'), ...said(/^(?:verifying|rewriting) table "(.*)"/), ...indexed]),
    indexed: sorted(indexed),
    changed: sorted(grown('changes')),
  };
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
