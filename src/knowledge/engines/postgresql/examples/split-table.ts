import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric(12,2) NOT NULL DEFAULT 0, street text, city text NOT NULL, extra json)`,
  `CREATE INDEX orders_city_idx ON orders (city)`,
  `INSERT INTO orders (total, street, city, extra) SELECT n / 3.0, nullif('street ' || n % 40, 'street 7'), 'city ' || n % 9, json_build_object('n', n) FROM generate_series(1, 8000) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'total', 'street', 'city', 'extra'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'split-table',
    title: 'Addresses leave the orders, one column NOT NULL, one without equality',
    schema,
    fields: {
      table: 'orders',
      newTable: 'order_addresses',
      columns: 'street, city, extra',
      newKey: 'id',
      definition: `id bigint PRIMARY KEY, street text, city text NOT NULL, extra json`,
      notNull: 'city',
    },
    scale: { table: 'orders', rows: '8000', key: 'id' },
    keepsRows,
  },
  {
    change: 'split-table',
    title: 'One nullable column leaves, for a stack that remembers columns',
    schema,
    fields: {
      table: 'orders',
      newTable: 'order_streets',
      columns: 'street',
      newKey: 'id',
      definition: `id bigint PRIMARY KEY, street text`,
    },
    scale: { table: 'orders', rows: '8000', key: 'id' },
    remembersColumns: true,
    keepsRows,
  },
];
