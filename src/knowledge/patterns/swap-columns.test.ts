import { expect, it } from 'vitest';
import type { Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { contextWith } from '../testing.ts';
import type { Swap } from './swap-columns.ts';
import { swapColumns } from './swap-columns.ts';

const swap: Swap = {
  table: 'orders',
  column: 'amount',
  shadow: 'amount_new',
  kept: 'amount_old',
  newType: 'bigint',
  narrows: true,
  default: '0',
  required: 'yes',
  sync: 'orders_amount_sync',
  key: 'id',
};
const nothing = { before: [], after: [] };
const outcome = swapColumns(contextWith(), swap, nothing, nothing);
const deltasOf = (scripts: readonly Script[]) => statementsOf(scripts).flatMap(({ deltas }) => deltas);
const seen = (scripts: readonly Script[]) => deltasOf(scripts).filter(({ kind }) => kind !== 'start-sync');

it('changes names, default and sync in one transaction', () => {
  expect(outcome.kind === 'performed' && outcome.scripts.map(({ transaction }) => transaction)).toEqual(['one']);
  expect(outcome.kind === 'performed' && statementsOf(outcome.scripts)).toHaveLength(6);
});

it('shows a new name of the shadow and nothing else: both columns hold the same', () => {
  expect(outcome.kind === 'performed' && seen(outcome.scripts)).toEqual([
    { kind: 'stop-sync', name: 'orders_amount_sync' },
    { kind: 'rename-column', from: 'orders.amount_new', to: 'orders.amount_old' },
  ]);
});

it('goes back in one transaction and copies nothing', () => {
  const undo = outcome.kind === 'performed' ? outcome.undo : undefined;
  expect(undo?.kind === 'statements' && undo.loses).toBe('nothing');
  expect(undo?.kind === 'statements' && undo.scripts.map(({ transaction }) => transaction)).toEqual(['one']);
  expect(undo?.kind === 'statements' && seen(undo.scripts)).toEqual([
    { kind: 'stop-sync', name: 'orders_amount_sync_back' },
    { kind: 'rename-column', from: 'orders.amount_old', to: 'orders.amount_new' },
  ]);
});
