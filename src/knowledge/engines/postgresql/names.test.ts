import { expect, it } from 'vitest';
import { beside, literal, quoteLast, schemasOf, withoutEnd } from './names.ts';

it.each([
  ['2027-01-01', `'2027-01-01'`],
  [`'2027-01-01'`, `'2027-01-01'`],
  ['1000000', '1000000'],
  ['MINVALUE', 'MINVALUE'],
  [`date '2027-01-01'`, `date '2027-01-01'`],
  ['<cut>', '<cut>'],
  ['north', `'north'`],
])('writes the value %s as %s', (typed, written) => expect(literal(typed)).toBe(written));

it('puts a name beside its table', () => {
  expect(beside('sales.orders', 'orders_idx')).toBe('sales.orders_idx');
  expect(beside('orders', 'orders_idx')).toBe('orders_idx');
  expect(beside('sales.orders', 'other.orders_idx')).toBe('other.orders_idx');
  expect(quoteLast('sales.Order')).toBe('"Order"');
});

it('names each schema once', () => expect(schemasOf('sales.a', 'Shop.b', 'sales.c', 'd')).toEqual(['sales', '"Shop"']));

it('takes the end of a statement away and nothing else', () => {
  expect(withoutEnd(` SELECT ';' ; \n`)).toBe(`SELECT ';'`);
});
