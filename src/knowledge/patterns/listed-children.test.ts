import { expect, it } from 'vitest';
import { listedChildren } from './listed-children.ts';

const items = { constraint: 'items_order_fkey', table: 'order_items', column: 'order_id' };

it('reads a short list, and knows that no rule was said', () => {
  expect(listedChildren('items_order_fkey (order_items.order_id), refunds_fkey (billing.refunds.order_id)')).toEqual([
    items,
    { constraint: 'refunds_fkey', table: 'billing.refunds', column: 'order_id' },
  ]);
});

it('keeps every rule as it was said', () => {
  expect(
    listedChildren(
      'items_order_fkey (order_items.order_id) ON DELETE SET NULL  ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED',
    ),
  ).toEqual([{ ...items, rules: 'ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED' }]);
});

it('reads what the database prints, where no rule means none', () => {
  expect(
    listedChildren(`Referenced by:
    TABLE "order_items" CONSTRAINT "items_order_fkey" FOREIGN KEY (order_id) REFERENCES orders(id)
    TABLE "Refunds" CONSTRAINT "Refunds_fkey" FOREIGN KEY (order_id) REFERENCES orders(id) DEFERRABLE`),
  ).toEqual([
    { ...items, rules: '' },
    { constraint: 'Refunds_fkey', table: 'Refunds', column: 'order_id', rules: 'DEFERRABLE' },
  ]);
  expect(
    listedChildren(
      'TABLE billing.refunds CONSTRAINT refunds_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE NOT VALID',
    ),
  ).toEqual([
    {
      constraint: 'refunds_fkey',
      table: 'billing.refunds',
      column: 'order_id',
      rules: 'ON DELETE CASCADE',
      unproved: true,
    },
  ]);
});

it('reads a statement that was pasted', () => {
  expect(
    listedChildren(
      'ALTER TABLE order_items ADD CONSTRAINT items_order_fkey FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;',
    ),
  ).toEqual([{ ...items, rules: 'ON DELETE RESTRICT' }]);
});
