import { expect, it } from 'vitest';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { unknownSituation } from '../../sample-arguments.ts';
import { clickhouse } from './index.ts';

const { operations } = clickhouse;

it('builds an index for old parts too, and only one that skips blocks', () => {
  const args = { table: 'hits', index: 'by_country', columns: ['country'] };
  const outcome = operations.createIndex({ ...args, unique: false, method: 'set(100)' }, unknownSituation);
  expect(outcome.kind === 'performed' && statementsOf(outcome.scripts).map(({ text }) => text)).toEqual([
    'ALTER TABLE hits ADD INDEX by_country (country) TYPE set(100) GRANULARITY 1',
    'ALTER TABLE hits MATERIALIZE INDEX by_country',
  ]);
  expect(operations.createIndex({ ...args, unique: true }, unknownSituation).kind).toBe('cannot');
});

it.each([
  ["Enum8('a' = 1)", "Enum8('a' = 1, 'b' = 2)", 'catalog', true],
  ["Enum8('a' = 1, 'b' = 2)", "Enum8('a' = 1)", 'rewrite', false],
  ['UInt8', 'UInt32', 'rewrite', true],
  ['UInt8', 'Int16', 'rewrite', true],
  ['Int8', 'UInt16', 'rewrite', false],
  ['UInt8', 'Int8', 'rewrite', false],
])('changes %s to %s by %s', (from, to, work, widens) => {
  expect(clickhouse.typeChange(from, to)).toMatchObject({ work, widens });
});

it('waits for every replica, and for a lock a short time only', () => {
  expect(clickhouse.guard('short-lock', unknownSituation).lines).toEqual([
    'SET lock_acquire_timeout = 10;',
    'SET alter_sync = 2;',
    'SET mutations_sync = 2;',
  ]);
});

it('exchanges the clone back where it cannot go row by row', () => {
  const outcome = operations.dropColumn({ table: 'web.hits', column: 'note' }, unknownSituation);
  expect(plain(outcome.kind === 'performed' && outcome.undo.kind === 'restore' ? outcome.undo.from : [])).toContain(
    'EXCHANGE TABLES web.hits AND web.hits_before_note',
  );
});

it('changes rows by a mutation', () => {
  const outcome = operations.backfill(
    { table: 'hits', key: 'id', column: 'a', expression: '1', batchSize: 5000 },
    unknownSituation,
  );
  expect(outcome.kind === 'performed' && outcome.scripts[0].statements[0].text).toMatch(
    /^ALTER TABLE hits UPDATE a = 1 WHERE /,
  );
});

it.each([
  ['Nullable(UInt8)', 'UInt8', /DEFAULT <value>/],
  ['UInt8', 'UInt16', /^a mutation: [^;]*$/],
])('says of a column of %s that becomes %s what its default must be', (from, to, says) => {
  const outcome = operations.changeType({ table: 'hits', column: 'a', from, to }, unknownSituation);
  expect(outcome.kind === 'performed' && outcome.scripts[0].statements[0].remark).toMatch(says);
});
