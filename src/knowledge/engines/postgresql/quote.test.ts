import { describe, expect, it } from 'vitest';
import { bareName, quoteName, quoteTable, regclass, sqlString, wordPattern } from './quote.ts';

describe('quoteName', () => {
  it.each([
    ['status', 'status'],
    ['status_v2', 'status_v2'],
    ['_x$1', '_x$1'],
    ['order', '"order"'],
    ['User', '"User"'],
    ['first name', '"first name"'],
    ['2fa', '"2fa"'],
    ['größe', '"größe"'],
    ['say "hi"', '"say ""hi"""'],
    ['"Already"', '"Already"'],
    ['<column>', '<column>'],
    ['<table>_before_cut', '<table>_before_cut'],
  ])('writes %s as %s', (typed, written) => expect(quoteName(typed)).toBe(written));
});

describe('quoteTable', () => {
  it.each([
    ['orders', 'orders'],
    ['public.orders', 'public.orders'],
    ['sales.Order', 'sales."Order"'],
    ['"odd.schema".user', '"odd.schema"."user"'],
    ['<table>', '<table>'],
    ['<schema.table>', '<schema.table>'],
  ])('writes %s as %s', (typed, written) => expect(quoteTable(typed)).toBe(written));
});

it('gives the catalog the bare name', () => {
  expect(bareName('sales."Or""der"')).toBe('Or"der');
  expect(bareName('public.orders')).toBe('orders');
});

it('closes no string early', () => {
  expect(sqlString("it's")).toBe("'it''s'");
  expect(wordPattern('sales.order.1')).toBe(String.raw`'\m1\M'`);
  expect(wordPattern('"a.b"')).toBe(String.raw`'\ma\.b\M'`);
  expect(regclass('Orders')).toBe(`'"Orders"'::regclass`);
});
