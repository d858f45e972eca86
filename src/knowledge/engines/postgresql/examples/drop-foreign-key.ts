import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'drop-foreign-key',
    title: 'Orders that outlive their customer',
    schema: [
      `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL)`,
      `CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint CONSTRAINT orders_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE)`,
      `INSERT INTO customers (email) SELECT 'c' || n || '@example.org' FROM generate_series(1, 800) AS n`,
      `INSERT INTO orders (customer_id) SELECT 1 + n % 800 FROM generate_series(1, 4000) AS n`,
    ],
    fields: {
      table: 'orders',
      constraint: 'orders_customer_id_fkey',
      columns: 'customer_id',
      references: 'customers',
      referencedColumns: 'id',
      onDelete: 'cascade',
    },
    keepsRows: [
      { table: 'orders', columns: ['id', 'customer_id'] },
      { table: 'customers', columns: ['id', 'email'] },
    ],
  },
];
