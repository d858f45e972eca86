import { expect, it } from 'vitest';
import { statementsOf } from '#model/statement.ts';
import { unknownSituation } from '../../sample-arguments.ts';
import { bigquery } from './index.ts';

const { operations } = bigquery;

it('adds a column with a default in three statements: the default counts for rows to come', () => {
  const outcome = operations.addColumn(
    { table: 'shop.orders', column: 'state', type: 'STRING', nullable: false, default: "'new'" },
    unknownSituation,
  );
  expect(outcome.kind === 'performed' && statementsOf(outcome.scripts).map(({ text }) => text)).toEqual([
    'ALTER TABLE shop.orders ADD COLUMN state STRING',
    "ALTER TABLE shop.orders ALTER COLUMN state SET DEFAULT 'new'",
    "UPDATE shop.orders SET state = 'new' WHERE state IS NULL",
  ]);
});

it('has no way back to REQUIRED', () => {
  const args = { table: 't', column: 'a', proof: 'a_given' };
  expect(operations.setNotNull(args, unknownSituation).kind).toBe('cannot');
  expect(operations.dropNotNull(args, unknownSituation)).toMatchObject({ undo: { kind: 'none' } });
});

it.each([
  ['INT64', 'NUMERIC', true],
  ['NUMERIC', 'BIGNUMERIC', true],
  ['STRING(10)', 'STRING', true],
  ['NUMERIC(5,2)', 'NUMERIC(8,2)', true],
  ['NUMERIC(5,2)', 'NUMERIC(6,4)', false],
  ['STRING', 'STRING(10)', false],
  ['NUMERIC', 'INT64', false],
  ['STRING', 'INT64', false],
])('goes from %s to %s in place: %s', (from, to, inPlace) => {
  expect(bigquery.typeChange(from, to).widens).toBe(inPlace);
});

it('gives a table its new name without the dataset', () => {
  const outcome = operations.renameTable({ from: 'shop.a', to: 'shop.b', compatibilityView: false }, unknownSituation);
  expect(outcome.kind === 'performed' && outcome.scripts[0].statements[0].text).toBe('ALTER TABLE shop.a RENAME TO b');
});
