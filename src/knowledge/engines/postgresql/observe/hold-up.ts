import type { Session } from '#model/session.ts';
import type { LockWatch } from './locks.ts';

/** A look every ten milliseconds, given up after half a minute. */
const pause = 'select pg_sleep(0.01)';
const looks = 3000;

const prepared = 'switchback_partitions';

/** The obstacles, outermost last: a first lock of any kind waits; then any lock but a reader's; then only a wait for writers. */
const obstacles = ['row exclusive', 'exclusive', 'access exclusive'] as const;

/** The tables that `other` locks, and which of them are partitions and held longest. */
export interface InTheWay {
  readonly tables: readonly string[];
  readonly partitions: readonly string[];
}

/**
 * Watches a statement that may not run in a transaction, by standing in its way.
 *
 * `other` locks the tables, lets the statement pass one obstacle at a time, and looks at each wait what it holds and asks for; then it leaves and looks
 * on until the end. Partitions are held once more by a prepared transaction, because DETACH CONCURRENTLY locks the partition only after
 * everybody has left the table it is part of; this needs `max_prepared_transactions` above zero.
 */
export async function watchHeldUp(
  other: Session,
  watch: LockWatch,
  wanted: InTheWay,
  run: () => Promise<unknown>,
): Promise<void> {
  const stages = await standInTheWay(other, wanted).catch(async (cause: unknown) => {
    await leave(other);
    throw cause;
  });
  const statement = { ended: false };
  const running = run().finally(() => (statement.ended = true));
  running.catch(() => undefined); // Heard below; without this, Node ends the process over a failure during a look.
  let left = looks;
  for (const stepBack of [...stages, undefined]) {
    while (!statement.ended && left > 0) {
      const state = await watch.look(other);
      if (stepBack !== undefined && state === 'waits') break;
      await other.query(pause);
      left -= 1;
    }
    if (stepBack !== undefined) await other.query(stepBack);
  }
  if (!statement.ended) await watch.cancel(other);
  await running;
}

/** Takes the locks and answers the statements that give them up again, first to last. */
async function standInTheWay(other: Session, { tables, partitions }: InTheWay): Promise<readonly string[]> {
  if (tables.length === 0) return [];
  const stages: string[] = [];
  if (partitions.length > 0) {
    await other.query('begin');
    await lock(other, partitions, 'access share');
    await other.query(`prepare transaction '${prepared}'`);
    stages.unshift(`commit prepared '${prepared}'`);
  }
  await other.query('begin');
  await other.query(`set local lock_timeout = '5s'`);
  stages.unshift('commit');
  for (const [place, mode] of obstacles.entries()) {
    await other.query(`savepoint obstacle_${place}`);
    // Nobody can have a partition whole while the prepared transaction reads it.
    await lock(
      other,
      mode === 'access exclusive' ? tables.filter((table) => !partitions.includes(table)) : tables,
      mode,
    );
    if (place > 0) stages.unshift(`rollback to savepoint obstacle_${place}`);
  }
  return stages;
}

async function lock(session: Session, tables: readonly string[], mode: string): Promise<void> {
  if (tables.length > 0)
    await session.query(`lock table ${tables.map((table) => `only ${table}`).join(', ')} in ${mode} mode`);
}

async function leave(other: Session): Promise<void> {
  await other.query('rollback');
  const left = await other.query('select from pg_prepared_xacts where gid = $1 and database = current_database()', [
    prepared,
  ]);
  if (left.length > 0) await other.query(`rollback prepared '${prepared}'`);
}
