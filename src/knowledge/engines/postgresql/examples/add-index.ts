import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, status text NOT NULL DEFAULT 'pending', placed_on date NOT NULL DEFAULT '2026-01-01')`,
  `INSERT INTO orders (status, placed_on) SELECT (ARRAY['pending', 'paid'])[1 + n % 2], date '2026-01-01' + n % 300 FROM generate_series(1, 8000) AS n`,
];
const base = { change: 'add-index', schema, keepsRows: [{ table: 'orders', columns: ['id', 'status', 'placed_on'] }] };

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'Over two columns',
    fields: { table: 'orders', index: 'orders_status_day_idx', columns: 'status, placed_on' },
  },
  {
    ...base,
    title: 'Only over open orders',
    fields: {
      table: 'orders',
      index: 'orders_open_idx',
      columns: 'placed_on',
      where: `status = 'pending'`,
      method: 'btree',
    },
  },
];
