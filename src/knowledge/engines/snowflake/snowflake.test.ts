import { describe, expect, it } from 'vitest';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { unknownSituation } from '../../sample-arguments.ts';
import { snowflake } from './index.ts';

const { operations } = snowflake;

describe('a type', () => {
  it.each([
    ['varchar(20)', 'varchar(100)'],
    ['varchar(20)', 'text'],
    ['number(10,2)', 'number(20,2)'],
    ['int', 'bigint'],
  ])('goes from %s to %s in place', (from, to) => {
    expect(snowflake.typeChange(from, to)).toMatchObject({ work: 'catalog', widens: true });
  });

  it.each([
    ['varchar(100)', 'varchar(20)'],
    ['number(10,2)', 'number(20,4)'],
    ['varchar(20)', 'int'],
  ])('does not go from %s to %s, and the way round is another column', (from, to) => {
    expect(snowflake.typeChange(from, to).widens).toBe(false);
    const outcome = operations.changeType({ table: 't', column: 'a', from, to }, unknownSituation);
    expect(outcome).toMatchObject({ kind: 'cannot' });
  });
});

it('clones before it drops a column, because Time Travel reads with the columns of now', () => {
  const outcome = operations.dropColumn({ table: 'sales.orders', column: 'note' }, unknownSituation);
  if (outcome.kind !== 'performed') throw new Error('Cannot look at a drop that was refused, expected it to be done.');
  expect(statementsOf(outcome.scripts).map(({ text }) => text)).toEqual([
    'CREATE TABLE sales.orders_before_note CLONE sales.orders COPY GRANTS',
    'ALTER TABLE sales.orders DROP COLUMN note',
  ]);
  expect(outcome.undo.kind).toBe('restore');
});

it('keeps loads away from a schema change, and asks for the lock that the manual does not name', () => {
  const outcome = operations.renameColumn({ table: 'sales.orders', from: 'a', to: 'b' }, unknownSituation);
  expect(outcome.kind === 'performed' && outcome.scripts[0].statements[0]).toMatchObject({
    remark: expect.stringContaining('no INSERT, COPY, pipe or task'),
    source: { kind: 'unconfirmed' },
  });
});

it('puts what comes back for some days only behind the point of no return', () => {
  const outcome = operations.dropTable({ table: 'u' }, unknownSituation);
  expect(outcome).toMatchObject({ undo: { kind: 'restore' } });
  expect(plain(outcome.kind === 'performed' && outcome.undo.kind === 'restore' ? outcome.undo.from : [])).toContain(
    'UNDROP TABLE u',
  );
});

it.each([
  ['Enterprise', 'at most 90'],
  ['Standard', 'at most 1 '],
])('says how far Time Travel reaches in the %s edition', (version, says) => {
  expect(
    snowflake
      .safety({ ...unknownSituation, version })
      .notes.map(plain)
      .join('\n'),
  ).toContain(says);
});

it('keeps the grants of a view that is replaced', () => {
  const outcome = operations.replaceRoutine({ kind: 'view', name: 'v', definition: 'SELECT 1' }, unknownSituation);
  expect(outcome.kind === 'performed' && outcome.scripts[0].statements[0].text).toBe(
    'CREATE OR REPLACE VIEW v COPY GRANTS AS\nSELECT 1',
  );
});
