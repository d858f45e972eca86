import { setTimeout as pause } from 'node:timers/promises';
import { observeStatement } from '#knowledge/engines/postgresql/observe/index.ts';
import { subscribe, unsubscribe } from '#knowledge/engines/postgresql/operations/subscribe.ts';
import type { Situation } from '#model/engine.ts';
import { EngineError, type Session } from '#model/session.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { OperationHeld } from '../engine-result.ts';
import { connect } from './connect.ts';
import { type Server, startServer } from './servers.ts';

/** Two servers of one version, each with the table that is sent; the publisher has rows and publishes it. */
interface Stream {
  readonly publisher: Session;
  readonly subscriber: Session;
  readonly other: Session;
  /** How the subscriber reaches the publisher. */
  readonly reach: string;
}

const table = 'create table sent (id int primary key, note text)';
const place = /'<how the subscriber reaches the publisher>'/;
const names = { subscription: 'copy', publication: 'stream' } as const;

async function until(what: string, holds: () => Promise<boolean>): Promise<readonly string[]> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await holds()) return [];
    await pause(100);
  }
  return [`not within 15 s: ${what}`];
}

const count = async (session: Session, from: string): Promise<number> =>
  Number((await session.query(`select count(*) as n from ${from}`))[0]?.['n']);

/** Runs what the operation prints, with the publisher's address in its place. Answers where a claim does not hold. */
async function run({ subscriber, other, reach }: Stream, scripts: readonly Script[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { text, effect } of statementsOf(scripts)) {
    const seen = await observeStatement(subscriber, other, text.replace(place, `'${reach}'`));
    if (seen.error) problems.push(`${text}: ${seen.error.code} ${seen.error.message}`);
    const stronger = Object.entries(seen.locks).filter(([, mode]) => mode !== 'ACCESS SHARE');
    problems.push(...stronger.map(([name, mode]) => `${text}: claims no lock that blocks; seen ${mode} on ${name}`));
    if ((effect.transaction === 'outside') !== (seen.transaction === 'refused'))
      problems.push(`${text}: in a transaction it is ${seen.transaction}`);
  }
  return problems;
}

/** A row written on the publisher comes to the subscriber. */
async function flows({ publisher, subscriber }: Stream, id: number): Promise<readonly string[]> {
  await publisher.query(`insert into sent values (${id}, 'later')`);
  return until(`row ${id} arrives`, async () => (await count(subscriber, `sent where id = ${id}`)) === 1);
}

const ended = ({ publisher, subscriber }: Stream): Promise<readonly string[]> =>
  until(
    'neither subscription nor slot is left',
    async () => (await count(subscriber, 'pg_subscription')) + (await count(publisher, 'pg_replication_slots')) === 0,
  );

const settled = ({ subscriber }: Stream): Promise<readonly string[]> =>
  until(
    'every table stands at r',
    async () =>
      (await count(subscriber, `pg_subscription_rel where srsubstate = 'r'`)) === 1 &&
      (await count(subscriber, 'pg_subscription_rel')) === 1,
  );

const scriptsOf = (outcome: Outcome): readonly [readonly Script[], readonly Script[]] =>
  outcome.kind === 'performed' && outcome.undo.kind === 'statements'
    ? [outcome.scripts, outcome.undo.scripts]
    : [[], []];

/** There: the rows of before and later ones arrive. Back: nothing of it is left but the rows. */
async function holdSubscribe(stream: Stream, situation: Situation, copy: boolean): Promise<readonly string[]> {
  const [there, back] = scriptsOf(subscribe({ ...names, copy }, situation));
  const wanted = copy ? 100 : 0;
  return [
    ...(await run(stream, there)),
    ...(await settled(stream)),
    ...(await until(`${wanted} rows are copied`, async () => (await count(stream.subscriber, 'sent')) === wanted)),
    ...(await flows(stream, 101)),
    ...(await run(stream, back)),
    ...(await ended(stream)),
    ...((await count(stream.subscriber, 'sent')) === wanted + 1 ? [] : ['rows that came do not stay']),
  ];
}

/** There: the stream and its slot end. Back: it goes on, and no row comes twice. */
async function holdUnsubscribe(stream: Stream, situation: Situation): Promise<readonly string[]> {
  const [begin] = scriptsOf(subscribe(names, situation));
  const [there, back] = scriptsOf(unsubscribe(names, situation));
  await run(stream, begin);
  return [
    ...(await settled(stream)),
    ...(await run(stream, there)),
    ...(await ended(stream)),
    ...(await run(stream, back)),
    ...(await settled(stream)),
    ...(await flows(stream, 102)),
    ...((await count(stream.subscriber, 'sent')) === 101 ? [] : ['rows are not the same on both sides']),
  ];
}

async function fresh({ publisher, subscriber }: Stream): Promise<void> {
  const [left] = await subscriber.query('select subname from pg_subscription');
  if (left !== undefined) await subscriber.query(`drop subscription ${String(left['subname'])}`);
  await publisher.query('drop publication if exists stream; drop table if exists sent');
  await publisher.query(`${table}; insert into sent select g, 'n' || g from generate_series(1, 100) g`);
  await publisher.query('create publication stream for table sent');
  await subscriber.query(`drop table if exists sent; ${table}`);
}

/** Holds subscriptions to what is claimed of them, between this server and another of its version. */
export async function holdStreams(server: Server, situation: Situation): Promise<readonly OperationHeld[]> {
  const elsewhere = await startServer(server.major);
  const publisher = await connect(elsewhere);
  const admin = await connect(server);
  await admin.query('create database subscriber');
  const database = 'subscriber';
  const [subscriber, other] = [await connect(server, { database }), await connect(server, { database })];
  const reach = `host=127.0.0.1 port=${elsewhere.port} user=postgres dbname=postgres`;
  const stream: Stream = { publisher, subscriber, other, reach };
  const cases = [
    ['subscribe', 'with a copy', () => holdSubscribe(stream, situation, true)],
    ['subscribe', 'without a copy', () => holdSubscribe(stream, situation, false)],
    ['unsubscribe', 'and on again', () => holdUnsubscribe(stream, situation)],
  ] as const;
  const results: OperationHeld[] = [];
  try {
    for (const [operation, about, hold] of cases) {
      await fresh(stream);
      const problems = await hold().catch((cause: unknown) => {
        if (!(cause instanceof EngineError)) throw cause;
        return [`${cause.code} ${cause.message}`];
      });
      const verdict = problems.length > 0 ? 'mismatch' : 'held';
      results.push({ operation, about, verdict, claim: 'no lock that blocks', problems });
    }
    return results;
  } finally {
    await fresh(stream).catch(() => undefined);
    await Promise.all([subscriber, other, publisher].map((session) => session.close()));
    await admin.query('drop database subscriber');
    await admin.close();
    await elsewhere.stop();
  }
}
