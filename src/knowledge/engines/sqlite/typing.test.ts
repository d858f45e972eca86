import { describe, expect, it } from 'vitest';
import { checkName } from './check-name.ts';
import { defaultKind } from './default-kind.ts';
import { readColumns } from './operations/read-columns.ts';
import { quoteName, quoteTable } from './quote.ts';
import { affinityOf, typeChange } from './type-change.ts';

it.each([
  ['INT', 'integer'],
  ['bigint', 'integer'],
  ['VARCHAR(50)', 'text'],
  ['CHARINT', 'integer'],
  ['blob', 'blob'],
  ['double precision', 'real'],
  ['floating point', 'integer'],
  ['numeric(10,2)', 'numeric'],
  ['timestamp', 'numeric'],
])('reads %s as %s, by the first rule that fits', (type, affinity) => {
  expect(affinityOf(type)).toBe(affinity);
});

it('has nothing to do within one affinity, and claims nothing between two', () => {
  expect(typeChange('varchar(20)', 'text')).toMatchObject({ work: 'catalog', widens: true });
  expect(typeChange('text', 'integer')).toMatchObject({ work: 'rewrite', widens: false });
});

describe('a default for rows that are there', () => {
  it.each(['5', '-1.5', `'it''s'`, 'NULL', '(7)', `x'00'`])('%s is a constant', (value) => {
    expect(defaultKind(value)).toBe('constant');
  });
  it.each(['CURRENT_TIMESTAMP', '(random())', `(datetime('now'))`, '(1 + 1)'])(
    '%s is refused by ADD COLUMN',
    (value) => {
      expect(defaultKind(value)).toBe('volatile');
    },
  );
  it('is not known when there is none', () => expect(defaultKind(' ')).toBe('unconfirmed'));
});

it('reads the columns of a definition as SQLite takes them', () => {
  expect(
    readColumns(
      `id INTEGER PRIMARY KEY, "Order" TEXT NOT NULL DEFAULT 'a, b', total REAL AS (price * 2), untyped, CHECK (total > 0)`,
    ),
  ).toEqual([
    { name: 'id', nullable: true, hasDefault: false },
    { name: 'Order', nullable: false, hasDefault: true },
    { name: 'total', nullable: true, hasDefault: false, generated: true },
    { name: 'untyped', nullable: true, hasDefault: false },
  ]);
});

it('quotes only what SQLite would read as something else', () => {
  expect([quoteName('Orders'), quoteName('order'), quoteName('two words'), quoteTable('main.group')]).toEqual([
    'Orders',
    '"order"',
    '"two words"',
    'main."group"',
  ]);
});

it('says what is wrong with a name, and what to do', () => {
  expect(checkName('sqlite_orders')?.message).toMatch(/belong to SQLite/);
  expect(checkName('order')?.message).toMatch(/keyword/);
  expect(checkName('"order"')).toBeUndefined();
  expect(checkName('main.')?.message).toMatch(/both sides/);
});
