import { expect, it } from 'vitest';
import { indexFor, listedIndexes } from './listed-indexes.ts';
import { listedChildren } from './listed-children.ts';

it('reads names, columns in brackets and unique ones', () => {
  expect(listedIndexes('orders_status_idx, unique orders_ref_key; day_idx (placed_on, status)', 'status')).toEqual([
    { index: 'orders_status_idx', columns: ['status'], unique: false },
    { index: 'orders_ref_key', columns: ['status'], unique: true },
    { index: 'day_idx', columns: ['placed_on', 'status'], unique: false },
  ]);
  expect(listedIndexes('  ', 'status')).toEqual([]);
});

it('names the same index for another column', () => {
  const over = (index: string) => indexFor({ index, columns: ['day', 'status'], unique: true }, 'status', 'status_v2');
  expect(over('orders_status_idx')).toEqual({
    index: 'orders_status_v2_idx',
    columns: ['day', 'status_v2'],
    unique: true,
  });
  expect(over('by_day').index).toBe('by_day_status_v2');
});

it('reads foreign keys with their schema, and leaves out what names no column', () => {
  expect(listedChildren('items_fkey (public.items.order_id), lonely, bad (order_id)')).toEqual([
    { constraint: 'items_fkey', table: 'public.items', column: 'order_id' },
  ]);
});
