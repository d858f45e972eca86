import { defaultKind } from '#knowledge/engines/postgresql/default-kind.ts';
import { typeChange } from '#knowledge/engines/postgresql/type-change.ts';
import type { Session } from '#model/session.ts';
import { attempt, type CaseResult, codeOf, held } from '../case-result.ts';
import { readable, samples, typePairs, type TypePair, unsorted } from './type-pairs.ts';

/** A zone with a summer time, so that nothing between the timestamps happens to be the same. */
const zone = `set time zone 'America/New_York'`;

async function files(session: Session): Promise<{ readonly heap: string; readonly index: string }> {
  const [row] = await session.query(
    `select pg_relation_filenode('typed.t')::text as heap, coalesce(pg_relation_filenode(to_regclass('typed.t_c'))::text, '') as index`,
  );
  return { heap: String(row?.['heap']), index: String(row?.['index']) };
}

async function changeInPlace(session: Session, { from, to, using }: TypePair): Promise<CaseResult> {
  const name = `${from} to ${to}`;
  const { work, indexes } = typeChange(from, to);
  const value = readable[to] ?? samples[from]?.[0] ?? '';
  const sorted = ![from, to].some((type) => unsorted.includes(type));
  await session.query(
    `drop table if exists typed.t; create table typed.t (c ${from}); insert into typed.t select '${value}'::${from} from generate_series(1, 100)`,
  );
  if (sorted) await session.query('create index t_c on typed.t (c)');
  const before = await files(session);
  await session.query(`alter table typed.t alter column c type ${to}${using ? ` using c::${to}` : ''}`);
  const after = await files(session);
  return held(
    name,
    { work, ...(sorted && { indexes }) },
    {
      work: before.heap === after.heap ? 'catalog' : 'rewrite',
      ...(sorted && { indexes: before.index === after.index ? 'kept' : 'rebuilt' }),
    },
  );
}

/** A type that widens gives back every value at the borders of the old one. Where it does not, nothing is claimed. */
async function keepValues(session: Session, { from, to }: TypePair): Promise<CaseResult> {
  const name = `${from} to ${to} keeps values`;
  const bare = to.replace(/ collate .*/, '');
  const lost: string[] = [];
  for (const value of samples[from] ?? []) {
    const [same] = await session.query(
      `select ('${value}'::${from}::${bare}::${from})::text is not distinct from ('${value}'::${from})::text as same`,
    );
    if (same?.['same'] !== true) lost.push(value);
  }
  return held(name, [], lost);
}

/** Inside UTC the two timestamps are stored alike from 12 on; `typeChange` does not rely on it. */
async function alikeInUtc(session: Session): Promise<CaseResult> {
  await session.query(`set time zone 'UTC'`);
  await session.query(
    `drop table if exists typed.t; create table typed.t (c timestamp); insert into typed.t values ('2026-01-01')`,
  );
  const before = await files(session);
  await session.query('alter table typed.t alter column c type timestamptz');
  const after = await files(session);
  await session.query(zone);
  return held('timestamp to timestamptz in UTC', 'catalog', before.heap === after.heap ? 'catalog' : 'rewrite');
}

const defaults: readonly { readonly type: string; readonly value: string; readonly since?: number }[] = [
  { type: 'text', value: `'pending'` },
  { type: 'typed.mood', value: `'ok'::typed.mood` },
  { type: 'int', value: '0' },
  { type: 'numeric', value: '-1.5' },
  { type: 'boolean', value: 'TRUE' },
  { type: 'jsonb', value: `'{}'::jsonb` },
  { type: 'text[]', value: 'ARRAY[]::text[]' },
  { type: 'interval', value: `interval '1 day'` },
  { type: 'timestamptz', value: 'now()' },
  { type: 'date', value: 'CURRENT_DATE' },
  { type: 'timestamp', value: `(now() at time zone 'utc')` },
  { type: 'timestamptz', value: `now() + interval '30 days'` },
  { type: 'text', value: 'current_user' },
  { type: 'timestamptz', value: 'statement_timestamp()' },
  { type: 'text', value: "lower(current_setting('search_path'))" },
  { type: 'double precision', value: 'random()' },
  { type: 'uuid', value: 'gen_random_uuid()', since: 13 },
  { type: 'uuid', value: 'uuidv7()', since: 18 },
  { type: 'timestamptz', value: 'clock_timestamp()' },
  { type: 'bigint', value: `nextval('typed.numbers'::regclass)` },
];

/** One value for all rows is kept in the catalog; one for each row rewrites the table. */
async function addWithDefault(session: Session, type: string, value: string): Promise<CaseResult> {
  await session.query(
    'drop table if exists typed.t; create table typed.t (id int); insert into typed.t select generate_series(1, 100)',
  );
  const before = await files(session);
  await session.query(`alter table typed.t add column c ${type} default ${value}`);
  const after = await files(session);
  return held(
    `default ${value}`,
    defaultKind(value) === 'volatile' ? 'rewrite' : 'catalog',
    before.heap === after.heap ? 'catalog' : 'rewrite',
  );
}

/** Holds `typeChange` and `defaultKind` to what this server does. */
export async function typeCases(session: Session, major: number): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  await session.query(
    `drop schema if exists typed cascade; create schema typed; create type typed.mood as enum ('ok'); create sequence typed.numbers`,
  );
  await session.query('create extension if not exists citext');
  await session.query(zone);
  for (const pair of typePairs) {
    results.push(await attempt(`${pair.from} to ${pair.to}`, () => changeInPlace(session, pair)));
    if (typeChange(pair.from, pair.to).widens)
      results.push(await attempt(`${pair.from} to ${pair.to} keeps values`, () => keepValues(session, pair)));
  }
  results.push(await attempt('timestamp to timestamptz in UTC', () => alikeInUtc(session)));
  for (const { type, value, since = 0 } of defaults) {
    if (major >= since) results.push(await attempt(`default ${value}`, () => addWithDefault(session, type, value)));
  }
  await codeOf(session.query('drop schema typed cascade; reset time zone'));
  return results.map((result) => ({ ...result, name: `type: ${result.name}` }));
}
