import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, code text NOT NULL, status text NOT NULL DEFAULT 'pending')`,
  `CREATE INDEX orders_status_idx ON orders (status)`,
  `CREATE UNIQUE INDEX orders_code_idx ON orders (code)`,
  `INSERT INTO orders (code, status) SELECT 'code ' || n, (ARRAY['pending', 'paid'])[1 + n % 2] FROM generate_series(1, 5000) AS n`,
];
const base = { change: 'drop-index', schema, keepsRows: [{ table: 'orders', columns: ['id', 'code', 'status'] }] };

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'With its columns known',
    fields: { table: 'orders', index: 'orders_code_idx', columns: 'code', unique: 'yes' },
  },
  {
    ...base,
    title: 'With its definition known',
    fields: {
      table: 'orders',
      index: 'orders_status_idx',
      definition: 'CREATE INDEX orders_status_idx ON public.orders USING btree (status)',
      unique: 'no',
    },
  },
];
