import { expect, it } from 'vitest';
import { statementsOf } from '#model/statement.ts';
import { unknownSituation } from '../../sample-arguments.ts';
import { redshift } from './index.ts';

const { operations } = redshift;

it.each([
  ['varchar(20)', 'varchar(100)', true],
  ['varchar(20)', 'varchar(max)', true],
  ['varchar', 'varchar(200)', false],
  ['int', 'bigint', false],
])('goes from %s to %s in place: %s', (from, to, inPlace) => {
  expect(redshift.typeChange(from, to).widens).toBe(inPlace);
});

it('changes the size of a VARCHAR outside of a transaction, and a schema else in one', () => {
  const args = { table: 't', column: 'a', from: 'varchar(20)', to: 'varchar(40)' };
  expect(operations.changeType(args, unknownSituation)).toMatchObject({ scripts: [{ transaction: 'none' }] });
  expect(
    operations.addColumn({ table: 't', column: 'c', type: 'int', nullable: true }, unknownSituation),
  ).toMatchObject({
    scripts: [{ transaction: 'one' }],
  });
});

it('takes NOT NULL away by a deep copy under one lock', () => {
  const outcome = operations.dropNotNull({ table: 'sales.orders', column: 'a', proof: 'p' }, unknownSituation);
  expect(outcome.kind === 'performed' && statementsOf(outcome.scripts).map(({ text }) => text.split(' (')[0])).toEqual([
    'LOCK TABLE sales.orders',
    'CREATE TABLE sales.orders_copy',
    'INSERT INTO sales.orders_copy SELECT * FROM sales.orders',
    'DROP TABLE sales.orders',
    'ALTER TABLE sales.orders_copy RENAME TO orders',
  ]);
});

it('tidies up after rows were changed', () => {
  expect(operations.vacuum({ table: 't' }, unknownSituation).kind).toBe('performed');
});
