import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL)`,
  `CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint, amount integer NOT NULL DEFAULT 0)`,
  `INSERT INTO customers (email) SELECT 'c' || n || '@example.org' FROM generate_series(1, 1000) AS n`,
  `INSERT INTO orders (customer_id, amount) SELECT 1 + n % 1000, n FROM generate_series(1, 6000) AS n`,
];
const fields = { table: 'orders', columns: 'customer_id', references: 'customers', referencedColumns: 'id' };
const base = {
  change: 'add-foreign-key',
  schema,
  keepsRows: [
    { table: 'orders', columns: ['id', 'customer_id', 'amount'] },
    { table: 'customers', columns: ['id', 'email'] },
  ],
};

export const examples: readonly ChangeExample[] = [
  { ...base, title: 'With an index that is built first', fields: { ...fields, indexed: 'no', onDelete: 'restrict' } },
  {
    ...base,
    title: 'That deletes with its customer',
    fields: { ...fields, indexed: 'yes', onDelete: 'cascade', constraint: 'orders_of_customer' },
  },
];
