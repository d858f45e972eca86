import type { Session } from '#model/session.ts';
import type { Relation } from './relations.ts';

/** Weakest first, as the manual orders them. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

export type LockMode = (typeof lockModes)[number];

const strongest = (left: LockMode, right: LockMode): LockMode =>
  lockModes.indexOf(left) >= lockModes.indexOf(right) ? left : right;

/** Collects, over any number of looks, the strongest mode that one session held or asked for on each relation. */
export class LockWatch {
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #process: number;
  readonly #seen = new Map<string, LockMode>();

  constructor(relations: ReadonlyMap<string, Relation>, process: number) {
    this.#relations = relations;
    this.#process = process;
  }

  /** Looks once through `session`, which may be the watched one. Answers whether the watched session waits for somebody. */
  async look(session: Session): Promise<'waits' | 'runs'> {
    const rows = await session.query(
      `select relation::text as id, mode, granted from pg_locks where pid = $1 and (locktype = 'relation' or not granted)`,
      [this.#process],
    );
    for (const { id, mode } of rows) {
      const relation = typeof id === 'string' ? this.#relations.get(id) : undefined;
      const read = lockModeFrom(String(mode));
      if (relation && read) this.#seen.set(relation.name, strongest(this.#seen.get(relation.name) ?? read, read));
    }
    return rows.some(({ granted }) => granted === false) ? 'waits' : 'runs';
  }

  /** Ends the statement of the watched session, which then fails with 57014. */
  async cancel(session: Session): Promise<void> {
    await session.query('select pg_cancel_backend($1)', [this.#process]);
  }

  get locks(): Readonly<Record<string, LockMode>> {
    return Object.fromEntries([...this.#seen].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}

/** `ShareUpdateExclusiveLock`, as pg_locks spells it, is `SHARE UPDATE EXCLUSIVE` in SQL. */
function lockModeFrom(spelling: string): LockMode | undefined {
  const mode = spelling
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
  return lockModes.find((known) => known === mode);
}
