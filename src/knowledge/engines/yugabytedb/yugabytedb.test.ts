import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { bindEngine } from '#model/engine.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { yugabytedb } from './index.ts';
import { asPostgresql } from './versions.ts';

const { operations, queries } = yugabytedb;
const on = (version: string): Situation => ({ ...unknownSituation, version });
const newest = on('2026.1');

type Asked<Answer> = Record<string, (args: unknown, at: Situation) => Answer>;
const outcomes = Object.entries(sampleOperations).flatMap(([name, args]) =>
  [unknownSituation, ...yugabytedb.versions.map(({ id }) => on(id))].flatMap(
    (at) => (operations as unknown as Asked<Outcome>)[name]?.(args, at) ?? [],
  ),
);
const scripts = outcomes.flatMap((outcome): readonly Script[] =>
  outcome.kind === 'cannot'
    ? []
    : [...outcome.scripts, ...(outcome.undo.kind === 'statements' ? outcome.undo.scripts : [])],
);
const asked = Object.entries(sampleQueries).flatMap(
  ([name, args]) => (queries as unknown as Asked<Statement | undefined>)[name]?.(args, newest) ?? [],
);
const forward = (outcome: Outcome): readonly Statement[] =>
  outcome.kind === 'cannot' ? [] : statementsOf(outcome.scripts);

it('claims nothing as measured, whatever PostgreSQL claims', () => {
  const watched = yugabytedb.watches(newest, 't').flatMap(({ statement }) => statement ?? []);
  const statements = [...statementsOf(scripts), ...asked, ...watched];
  expect(statements.filter(({ source }) => source.kind === 'measured')).toEqual([]);
  expect(Object.values(yugabytedb.can).filter((one) => 'source' in one && one.source.kind === 'measured')).toEqual([]);
  expect(yugabytedb.typeChange('integer', 'bigint').source.kind).toBe('manual');
});

it('names no lock on a table, and takes none', () => {
  const statements = [...statementsOf(scripts), ...asked];
  expect(statements.filter(({ effect }) => effect.locks.length > 0)).toEqual([]);
  expect(statements.filter(({ text }) => /^LOCK\b/.test(text))).toEqual([]);
  const notes = outcomes.flatMap((outcome) =>
    outcome.kind === 'performed' && outcome.undo.kind === 'statements' ? plain(outcome.undo.note ?? []) : [],
  );
  expect(
    [...notes, ...statements.map(({ remark }) => remark ?? '')].filter((note) => /\blocks?\b/i.test(note)),
  ).toEqual([]);
});

it('puts no schema change into a transaction, because each one is its own', () => {
  const inside = scripts.filter(({ transaction }) => transaction === 'one');
  expect(statementsOf(inside).filter(({ text }) => /^(?:ALTER|CREATE|DROP|DO)\b/.test(text))).toEqual([]);
});

describe('what writes the table anew', () => {
  const stops = (outcome: Outcome) =>
    forward(outcome).some(
      ({ effect, remark }) => effect.blocks === 'writes' && remark?.startsWith('stop every writer'),
    );
  const change = (from: string, to: string) => operations.changeType({ table: 't', column: 'a', from, to }, newest);

  it('has every writer stopped', () => {
    expect(stops(change('integer', 'bigint'))).toBe(true);
    expect(stops(change('varchar(10)', 'varchar(20)'))).toBe(true);
    expect(
      stops(operations.attachPrimaryKey({ table: 't', constraint: 'k', index: 'i', columns: ['a'] }, newest)),
    ).toBe(true);
    expect(
      stops(
        operations.addColumn(
          { table: 't', column: 'c', type: 'uuid', nullable: false, default: 'gen_random_uuid()' },
          newest,
        ),
      ),
    ).toBe(true);
  });

  it('is no table that the step makes itself', () => {
    expect(stops(operations.backfill(sampleOperations.backfill, newest))).toBe(false);
  });

  it('is not a constant default, nor a proof', () => {
    expect(
      stops(operations.addColumn({ table: 't', column: 'c', type: 'int', nullable: false, default: '0' }, newest)),
    ).toBe(false);
    expect(stops(operations.setNotNull({ table: 't', column: 'a', proof: 'p' }, newest))).toBe(false);
  });
});

it('relies on no trigger, because a session with an old catalog does not fire it', () => {
  const bound = bindEngine(yugabytedb, newest);
  expect([bound.can('triggers'), bound.can('columnSync'), bound.capability('columnSync').kind]).toEqual([
    false,
    false,
    'unconfirmed',
  ]);
});

it('says CONCURRENTLY where an index is built, and not where it goes', () => {
  const build = operations.createIndex({ table: 't', index: 'i', columns: ['a'], unique: false }, newest);
  expect(forward(build).map(({ text }) => text)).toEqual(['CREATE INDEX CONCURRENTLY i ON t (a)']);
  const drop = operations.dropIndex({ table: 't', index: 'i', definition: 'CREATE INDEX i ON t (a)' }, newest);
  expect(forward(drop).map(({ text }) => text)).toEqual(['DROP INDEX i']);
});

it('vacuums nothing, and knows no size of its files', () => {
  expect(forward(operations.vacuum({ table: 't' }, newest)).map(({ text }) => text)).toEqual(['ANALYZE t']);
  expect(yugabytedb.diskGrowth).toBeUndefined();
});

it('asks PostgreSQL with the version that it is made of', () => {
  const versions = ['2024.2', '2025.1', '2026.1'].map((version) => asPostgresql(on(version)).version);
  expect(versions).toEqual(['11', '15', '15']);
  expect(asPostgresql(unknownSituation).version).toBe('11');
});
