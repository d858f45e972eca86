import { guard } from '#knowledge/engines/postgresql/guards.ts';
import { quoteName } from '#knowledge/engines/postgresql/quote.ts';
import { reservedWords } from '#knowledge/engines/postgresql/reserved-words.ts';
import { safety } from '#knowledge/engines/postgresql/safety.ts';
import { hostings } from '#knowledge/engines/postgresql/hostings/index.ts';
import type { Situation } from '#model/engine.ts';
import type { Session } from '#model/session.ts';
import type { GuardKind } from '#model/statement.ts';
import { attempt, type CaseResult, codeOf, held } from '../case-result.ts';
import { someoneWaits } from './someone-waits.ts';

const fresh = `drop schema if exists facts cascade; create schema facts; create table facts.t (id int primary key, c int, note text);
  insert into facts.t select g, g, 'n' from generate_series(1, 100) g; create index t_c on facts.t (c)`;

type Case = (ours: Session, other: Session, third: Session) => Promise<CaseResult>;

const one = async (session: Session, text: string): Promise<unknown> =>
  Object.values((await session.query(text))[0] ?? {})[0];

const transactionalDdl: Case = async (ours) => {
  await ours.query('begin; alter table facts.t drop column note; drop table facts.t; rollback');
  return held('DDL rolls back', 'n', await one(ours, 'select note from facts.t limit 1'));
};

/** A reader behind a waiting ALTER waits with it, and is served at once when the ALTER gives up. */
const queue: Case = async (ours, other, third) => {
  await other.query('begin; select count(*) from facts.t');
  await ours.query(`set lock_timeout = '5s'`);
  const waiting = codeOf(ours.query('alter table facts.t add column waits int'));
  await someoneWaits(other);
  const behind = await codeOf(
    third.query(`begin; set local statement_timeout = '300ms'; select count(*) from facts.t`),
  );
  await third.query('rollback');
  const gaveUp = await waiting;
  const after = await codeOf(third.query('select count(*) from facts.t'));
  await other.query('rollback');
  await ours.query('reset lock_timeout');
  return held(
    'a waiting ALTER TABLE makes readers wait, lock_timeout frees them',
    ['57014', '55P03', 'accepted'],
    [behind, gaveUp, after],
  );
};

const heldToTheEnd: Case = async (ours) => {
  await ours.query(
    'begin; alter table facts.t add constraint positive check (c > 0) not valid; alter table facts.t validate constraint positive',
  );
  const modes = await one(
    ours,
    `select string_agg(mode, ' ' order by mode) from pg_locks where relation = 'facts.t'::regclass and mode ~ 'AccessExclusive'`,
  );
  await ours.query('rollback');
  return held('the strongest lock is held until the end of the transaction', 'AccessExclusiveLock', modes);
};

const outside: Case = async (ours) => {
  const codes: string[] = [];
  for (const text of [
    'create index concurrently t_n on facts.t (note)',
    'drop index concurrently facts.t_c',
    'reindex index concurrently facts.t_c',
    'vacuum facts.t',
  ]) {
    await ours.query('begin');
    codes.push(await codeOf(ours.query(text)));
    await ours.query('rollback');
  }
  return held('CONCURRENTLY and VACUUM are refused in a transaction', ['25001', '25001', '25001', '25001'], codes);
};

const valid = (name: string) => `select indisvalid from pg_index where indexrelid = 'facts.${name}'::regclass`;

/** A writer that stays open makes every concurrent step wait, and the limit end it. */
const interrupted: Case = async (ours, other) => {
  await other.query(`begin; insert into facts.t values (1000, 1, 'x')`);
  await ours.query(`set lock_timeout = '200ms'`);
  const build = await codeOf(ours.query('create index concurrently t_n on facts.t (note)'));
  const drop = await codeOf(ours.query('drop index concurrently facts.t_c'));
  await other.query('rollback');
  await ours.query('reset lock_timeout');
  const again = await codeOf(ours.query('create index concurrently if not exists t_n on facts.t (note)'));
  const left = [await one(ours, valid('t_n')), await one(ours, valid('t_c'))];
  return held(
    'an interrupted concurrent build or drop leaves an invalid index',
    ['55P03', '55P03', 'accepted', false, false],
    [build, drop, again, ...left],
  );
};

const dropped: Case = async (ours) => {
  await ours.query('alter table facts.t drop column note; alter table facts.t add column note text');
  return held('a dropped column comes back empty', '0', await one(ours, 'select count(note)::text from facts.t'));
};

const cachedPlans: Case = async (ours) => {
  await ours.query('prepare every as select * from facts.t; prepare named as select c from facts.t');
  await ours.query('execute every; execute named; alter table facts.t add column later int');
  const added = [
    await codeOf(ours.query('execute every')),
    await codeOf(ours.query('execute every')),
    await codeOf(ours.query('execute named')),
  ];
  await ours.query('alter table facts.t alter column c type bigint');
  const changed = await codeOf(ours.query('execute named'));
  await ours.query('deallocate all');
  return held(
    'prepared statements fail after a column came or changed',
    ['0A000', '0A000', 'accepted', '0A000'],
    [...added, changed],
  );
};

const setLocal: Case = async (ours) => {
  await ours.query(`set local lock_timeout = '1s'`);
  return held('SET LOCAL outside a transaction sets nothing', '0', await one(ours, 'show lock_timeout'));
};

const situationOf = (major: number): Situation => {
  const [hosting] = hostings;
  return {
    version: String(major),
    hosting: hosting ?? { kind: 'not-given' },
    replicas: 0,
    transactionPooler: false,
    logicalReplication: false,
  };
};

const guards =
  (major: number): Case =>
  async (ours) => {
    const kinds: readonly GuardKind[] = ['short-lock', 'unhurried', 'batch', 'none'];
    const lines = kinds.flatMap((kind) => guard(kind, situationOf(major)).lines);
    for (const line of lines) await ours.query(line);
    await ours.query('reset all');
    return held('the guards are accepted', true, lines.length > 0);
  };

const restorePoint =
  (major: number): Case =>
  async (ours) => {
    const statement = safety(situationOf(major)).restorePoint;
    const rows = statement ? await ours.query(statement.text) : [];
    return held('the restore point is set', 1, rows.length);
  };

/** Every word that the server keeps for itself is in the list, and with our quotes each of them names a column. */
const words: Case = async (ours) => {
  const rows = await ours.query(`select word, catcode in ('R', 'T') as reserved from pg_get_keywords() order by word`);
  const missing = rows
    .filter(({ word, reserved }) => reserved === true && !reservedWords.has(String(word)))
    .map(({ word }) => word);
  const columns = rows.map(({ word }) => `${quoteName(String(word))} int`);
  await ours.query(
    `create table facts.words (${columns.join(', ')}, ${quoteName('Odd "name"')} int, ${quoteName('1st')} int)`,
  );
  return held('reserved words are known', [], missing);
};

/** The facts that stand in every plan, seen on this server. */
export async function factCases(open: () => Promise<Session>, major: number): Promise<readonly CaseResult[]> {
  const cases: Readonly<Record<string, Case>> = {
    transactionalDdl,
    queue,
    heldToTheEnd,
    outside,
    interrupted,
    dropped,
    cachedPlans,
    setLocal,
    guards: guards(major),
    restorePoint: restorePoint(major),
    words,
  };
  const [ours, other, third] = [await open(), await open(), await open()];
  const results: CaseResult[] = [];
  for (const [name, run] of Object.entries(cases)) {
    await ours.query(fresh);
    results.push(await attempt(name, () => run(ours, other, third)));
  }
  await ours.query('drop schema facts cascade');
  await Promise.all([ours, other, third].map((session) => session.close()));
  return results.map((result) => ({ ...result, name: `fact: ${result.name}` }));
}
