import type { ChangeExample } from './change-example.ts';

const orders = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric(12,2) NOT NULL, placed_at timestamptz NOT NULL DEFAULT now())`,
  `INSERT INTO orders (total) SELECT n / 7.0 FROM generate_series(1, 2000) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'total', 'placed_at'] }];
const columns = `id bigserial PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders (id), note text NOT NULL DEFAULT '', written_at timestamptz NOT NULL DEFAULT now()`;

export const examples: readonly ChangeExample[] = [
  {
    change: 'create-table',
    title: 'A table of notes on orders, used later',
    schema: orders,
    fields: { newTable: 'order_notes', columns, use: 'later' },
    keepsRows,
  },
  {
    change: 'create-table',
    title: 'A table in a schema, used by the release that follows',
    schema: [`CREATE SCHEMA audit`, ...orders],
    fields: {
      newTable: 'audit.entries',
      columns: `id uuid PRIMARY KEY DEFAULT md5(random()::text)::uuid, said text`,
      use: 'now',
    },
    keepsRows,
  },
];
