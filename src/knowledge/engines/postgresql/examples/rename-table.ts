import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'rename-table',
    title: 'Orders become purchases, with lines that refer to them and a view over them',
    schema: [
      `CREATE TABLE orders (id bigserial PRIMARY KEY, code text NOT NULL UNIQUE DEFAULT md5(random()::text), status varchar(20) NOT NULL DEFAULT 'pending')`,
      `CREATE TABLE order_lines (id bigserial PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders (id), pieces integer NOT NULL)`,
      `CREATE VIEW open_orders AS SELECT id, code FROM orders WHERE status = 'pending'`,
      `INSERT INTO orders (code) SELECT 'code ' || n FROM generate_series(1, 3000) AS n`,
      `INSERT INTO order_lines (order_id, pieces) SELECT 1 + n % 3000, n % 5 FROM generate_series(1, 6000) AS n`,
    ],
    fields: { table: 'orders', newName: 'purchases' },
    keepsRows: [
      { table: 'orders', columns: ['id', 'code', 'status'] },
      { table: 'order_lines', columns: ['id', 'order_id', 'pieces'] },
    ],
  },
];
