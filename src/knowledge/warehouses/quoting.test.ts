import { expect, it } from 'vitest';
import { quotingWith } from './quoting.ts';

const double = quotingWith('"', new Set(['order']));
const backtick = quotingWith('`', new Set(['order']));

it.each([
  ['orders', 'orders'],
  ['Orders', 'Orders'],
  ['order', '"order"'],
  ['two words', '"two words"'],
  ['a"b', '"a""b"'],
  ['"Kept"', '"Kept"'],
  ['<column>', '<column>'],
])('writes %s as %s, because quotes would hold a plain name to its capitals', (typed, written) => {
  expect(double.name(typed)).toBe(written);
});

it('keeps a hostile name in its quotes', () => {
  expect(backtick.name('a` ; DROP TABLE t')).toBe('`a\\` ; DROP TABLE t`');
});

it('quotes each part of a table, and finds schema and bare name', () => {
  expect(double.table('sales.order')).toBe('sales."order"');
  expect(double.schema('"a.b".orders')).toBe('"a.b"');
  expect(double.bare('sales."Orders"')).toBe('Orders');
});
