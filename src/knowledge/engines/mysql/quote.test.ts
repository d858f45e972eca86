import { expect, it } from 'vitest';
import { bareName, ofTable, quoteName, quoteTable, sqlString } from './quote.ts';

it.each([
  ['status', 'status'],
  ['order', '`order`'],
  ['Mixed name', '`Mixed name`'],
  ['`order`', '`order`'],
  ['a`b', '`a``b`'],
  ['<column>', '<column>'],
  ['<table>_before', '<table>_before'],
  ['2nd', '`2nd`'],
])('writes the name %s as %s', (typed, written) => expect(quoteName(typed)).toBe(written));

it('keeps the database of a table', () => {
  expect(quoteTable('shop.order')).toBe('shop.`order`');
  expect(bareName('shop.`order`')).toBe('order');
});

it('asks the catalog for the database that was typed, else for the one in use', () => {
  expect(ofTable('shop.orders')).toBe("TABLE_SCHEMA = 'shop' AND TABLE_NAME = 'orders'");
  expect(ofTable('orders')).toBe("TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'orders'");
});

it('lets no text end its quotes', () => {
  expect(sqlString(`it's \\`)).toBe(`'it''s \\\\'`);
});
