import { queries } from '#knowledge/engines/postgresql/queries/index.ts';
import { watches } from '#knowledge/engines/postgresql/watches/index.ts';
import { notGiven } from '#model/given.ts';
import type { Situation, Watch } from '#model/engine.ts';
import type { QueryName } from '#model/operations.ts';
import { EngineError, type Row, type Session } from '#model/session.ts';
import type { Statement } from '#model/statement.ts';
import { attempt, type CaseResult, held } from '../case-result.ts';
import { factCases } from './fact-cases.ts';
import { type QueryCase, queryExamples, shop } from './query-cases.ts';
import { someoneWaits } from './someone-waits.ts';
import { typeCases } from './type-cases.ts';

const at = (version: Situation['version']): Situation => ({
  version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

const ask = queries as unknown as Readonly<
  Record<string, (args: unknown, situation: Situation) => Statement | undefined>
>;

/** The server does not load the library of this extension; that its columns exist is seen before it says so. */
const notLoaded = '55000';

/** `:from` and `:to` become values; everything else is run as it is printed. */
const bind = ({ text }: Statement, [from, to]: readonly [number, number] = [0, 0]): string =>
  text.replaceAll(':from', String(from)).replaceAll(':to', String(to));

function seen(rows: readonly Row[], { first, names = [], omits = [], rows: count }: QueryCase): readonly unknown[] {
  const answer = JSON.stringify(rows);
  return [
    ...(first ? [Object.values(rows[0] ?? {}).slice(0, first.length)] : []),
    ...(count === undefined ? [] : [rows.length]),
    ...names.filter((name) => !answer.includes(name)).map((name) => `${name} is missing`),
    ...omits.filter((name) => answer.includes(name)).map((name) => `${name} is there`),
  ];
}

const expected = ({ first, rows }: QueryCase): readonly unknown[] => [
  ...(first ? [first] : []),
  ...(rows === undefined ? [] : [rows]),
];

async function answers(session: Session, name: string, example: QueryCase, situation: Situation): Promise<CaseResult> {
  const statement = ask[name]?.(example.args, situation);
  if (statement === undefined) return { name, passed: false, detail: 'answers no statement' };
  if (statement.language !== 'sql') return { name, passed: true, detail: `not run here: ${statement.language}` };
  try {
    return held(name, expected(example), seen(await session.query(bind(statement, example.bound)), example));
  } catch (cause) {
    if (cause instanceof EngineError && cause.code === notLoaded)
      return { name, passed: true, detail: 'read by the server, not loaded here' };
    throw cause;
  }
}

async function runs(session: Session, { title, statement }: Watch): Promise<CaseResult> {
  const name = `watch: ${title}`;
  if (statement === undefined) return { name, passed: true, detail: 'no statement' };
  try {
    return { name, passed: true, detail: `${(await session.query(statement.text)).length} rows` };
  } catch (cause) {
    if (cause instanceof EngineError && cause.code === notLoaded)
      return { name, passed: true, detail: 'read by the server, not loaded here' };
    throw cause;
  }
}

/** Runs every question and every watch on one server, with its version known and with none given. */
async function verifyQueries(session: Session, version: number): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  await session.query(shop);
  await session.query('create extension if not exists pg_stat_statements');
  for (const situation of [at(String(version)), at(notGiven)]) {
    const given = situation.version === notGiven ? ', version not given' : '';
    for (const [name, examples] of Object.entries(queryExamples) as [QueryName, readonly QueryCase[]][]) {
      for (const [index, example] of examples.entries()) {
        const title = `query: ${name} ${index + 1}${given}`;
        results.push({ ...(await attempt(title, () => answers(session, name, example, situation))), name: title });
      }
    }
    // Only the oldest version lacks the column names that a server of unknown version is asked by.
    for (const watch of given !== '' && version < 13 ? [] : watches(situation, 'asked.orders')) {
      const title = `watch: ${watch.title}${given}`;
      results.push({ ...(await attempt(title, () => runs(session, watch))), name: title });
    }
  }
  return results;
}

const watchNamed = (family: Watch['family'], version: number): string =>
  watches(at(String(version)), 'asked.orders').find((watch) => watch.family === family)?.statement?.text ?? '';

/** A session that waits is seen with who blocks it, and what a failed build leaves is seen too. */
async function watchesSee(open: () => Promise<Session>, version: number): Promise<readonly CaseResult[]> {
  const [ours, holder, waiter] = [await open(), await open(), await open()];
  await holder.query('begin; lock table asked.orders in access exclusive mode');
  const waiting = waiter.query('select 1 from asked.orders limit 1');
  await someoneWaits(ours);
  const [blocked] = await ours.query(watchNamed('blockers', version));
  const [process] = await holder.query('select pg_backend_pid() as pid');
  const locks = await ours.query(watchNamed('locks', version));
  await holder.query('rollback');
  await waiting;
  await ours.query('create unique index concurrently orders_note on asked.orders (note)').catch(() => []);
  await ours.query('alter table asked.orders add constraint cheap check (id > 0) not valid');
  const left = await ours.query(watchNamed('leftovers', version));
  await Promise.all([ours, holder, waiter].map((session) => session.close()));
  return [
    held('watch: names who blocks', [process?.['pid']], blocked?.['pg_blocking_pids']),
    held(
      'watch: shows who waits first',
      [false, true],
      locks.map(({ granted }) => granted),
    ),
    held(
      'watch: shows what a failed step left',
      ['asked.orders_note', 'cheap'],
      left.map(({ name }) => name).toSorted(),
    ),
  ];
}

/** Everything of the engine but its operations, held to one server: questions, watches, types, defaults and facts. */
export async function queryCases(open: () => Promise<Session>, version: number): Promise<readonly CaseResult[]> {
  const session = await open();
  try {
    const questions = await verifyQueries(session, version);
    const seenByWatches = await watchesSee(open, version);
    const types = await typeCases(session, version);
    await session.query('drop schema if exists asked cascade; drop publication if exists asked_out');
    return [...questions, ...seenByWatches, ...types, ...(await factCases(open, version))];
  } finally {
    await session.close();
  }
}
