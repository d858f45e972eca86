import { expect, it } from 'vitest';
import { generic } from '../engines/generic/index.ts';
import { contextWith } from '../testing.ts';
import { changeColumnType } from './change-column-type.ts';

const named = { table: 'orders', column: 'amount', newColumn: 'amount_v2' };
const stagesOf = (fields: Readonly<Record<string, string>>, rest: Parameters<typeof contextWith>[1] = {}) =>
  changeColumnType.part(contextWith({ ...named, ...fields }, rest)).phases.map(({ stage }) => stage);
const moves = (stages: readonly string[]) => stages.includes('backfill');

it('stays in place where no row is touched and every value fits', () => {
  expect(stagesOf({ from: 'varchar(20)', to: 'text' })).toEqual(['expand']);
});

it('stays in place for a rewrite only where the table may stand still', () => {
  expect(moves(stagesOf({ from: 'integer', to: 'bigint' }))).toBe(true);
  expect(stagesOf({ from: 'integer', to: 'bigint' }, { mayBlock: () => true })).toEqual(['expand']);
});

it('never narrows in place', () => {
  expect(moves(stagesOf({ from: 'text', to: 'varchar(20)' }, { mayBlock: () => true }))).toBe(true);
});

it('takes a check for a limit', () => {
  expect(stagesOf({ from: 'text', to: 'varchar(20)', limit: 'char_length(amount) <= 20' })).toEqual([
    'expand',
    'prove',
  ]);
});

it('swaps names only when asked to, without an expression, where a transaction covers schema changes', () => {
  const keepsName = (fields: Readonly<Record<string, string>>, rest: Parameters<typeof contextWith>[1] = {}) =>
    changeColumnType.part(contextWith({ ...named, from: 'integer', to: 'bigint', ...fields }, rest)).readersMove ===
    undefined;
  expect(keepsName({ names: 'swap' })).toBe(true);
  expect(keepsName({})).toBe(false);
  expect(keepsName({ names: 'swap', expression: 'amount * 100' })).toBe(false);
  expect(keepsName({ names: 'swap' }, { engine: generic })).toBe(false);
});
