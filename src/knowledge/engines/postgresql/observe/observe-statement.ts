import { EngineError, type Session } from '#model/session.ts';
import { type InTheWay, watchHeldUp } from './hold-up.ts';
import { type LockMode, LockWatch } from './locks.ts';
import { type Relation, relationsOf, rewrittenBetween } from './relations.ts';
import { countersOf, type Work, workBetween } from './work.ts';

/** What a statement was seen to do. Tables are named `public.orders`, as they were called before it. */
export interface Observation extends Work {
  /** The strongest lock on each table, view and materialized view that it did not itself create. */
  readonly locks: Readonly<Record<string, LockMode>>;
  readonly rewritten: readonly string[];
  readonly transaction: 'allowed' | 'refused';
  readonly error?: { readonly code: string; readonly message: string };
}

/** PostgreSQL refuses a statement inside a transaction block. */
const activeTransaction = '25001';

/**
 * Runs one statement for good and tells what it did.
 *
 * It runs in a transaction where PostgreSQL permits it, and its locks are read before the commit. Where it is refused there, it runs again outside, held up
 * by `other` on `tables` (tables it is thought to touch; all when left out). What fails is rolled back and reported as `error`, not thrown.
 */
export async function observeStatement(
  session: Session,
  other: Session,
  text: string,
  { tables }: { readonly tables?: readonly string[] } = {},
): Promise<Observation> {
  const before = await relationsOf(session);
  const [backend] = await session.query('select pg_backend_pid() as process');
  const watch = new LockWatch(before, Number(backend?.['process']));
  const notices: string[] = [];
  const deaf = session.onNotice?.((message) => notices.push(message));
  try {
    const { error, counters } = await runInside(session, watch, text);
    if (error?.code !== activeTransaction)
      return await seen(session, watch, before, 'allowed', { error, counters, notices });
    const wanted = inTheWay(before, tables);
    const { error: outside } = await runOutside(session, () =>
      watchHeldUp(other, watch, wanted, () => session.query(text)),
    );
    return await seen(session, watch, before, 'refused', { error: outside, counters: [new Map(), new Map()], notices });
  } finally {
    deaf?.();
  }
}

type Counters = Awaited<ReturnType<typeof countersOf>>;
type Ended = { readonly error?: EngineError | undefined; readonly counters: readonly [Counters, Counters] };

async function runInside(session: Session, watch: LockWatch, text: string): Promise<Ended> {
  await session.query('begin');
  const start = await countersOf(session);
  let end = start;
  const error = await failureOf(async () => {
    await session.query('set local client_min_messages = debug1');
    await session.query(text);
    await session.query('set local client_min_messages = warning');
    await watch.look(session);
    end = await countersOf(session);
    await session.query('commit');
  });
  if (error) await session.query('rollback');
  return { error, counters: [start, end] };
}

async function runOutside(
  session: Session,
  run: () => Promise<void>,
): Promise<{ readonly error: EngineError | undefined }> {
  const [setting] = await session.query(`select current_setting('client_min_messages') as level`);
  await session.query('set client_min_messages = debug1');
  const error = await failureOf(run);
  await session.query(`select set_config('client_min_messages', $1, false)`, [setting?.['level']]);
  return { error };
}

async function seen(
  session: Session,
  watch: LockWatch,
  before: ReadonlyMap<string, Relation>,
  transaction: Observation['transaction'],
  { error, counters, notices }: Ended & { readonly notices: readonly string[] },
): Promise<Observation> {
  return {
    locks: watch.locks,
    rewritten: rewrittenBetween(before, await relationsOf(session)),
    ...workBetween(before, ...counters, notices),
    transaction,
    ...(error && { error: { code: error.code, message: error.message } }),
  };
}

async function failureOf(run: () => Promise<void>): Promise<EngineError | undefined> {
  try {
    await run();
    return undefined;
  } catch (cause) {
    if (cause instanceof EngineError) return cause;
    throw cause;
  }
}

/** LOCK TABLE refuses materialized views and takes the tables of a view with it, so only tables can be held. */
function inTheWay(relations: ReadonlyMap<string, Relation>, wanted: readonly string[] | undefined): InTheWay {
  const held = [...relations.values()].filter(
    ({ kind, name }) => 'rp'.includes(kind) && (wanted?.includes(name) ?? true),
  );
  return {
    tables: held.map(({ name }) => name),
    partitions: held.filter(({ partition }) => partition).map(({ name }) => name),
  };
}
