import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, name text NOT NULL)`,
  `CREATE TABLE old_carts (id bigserial PRIMARY KEY, customer_id bigint NOT NULL CONSTRAINT old_carts_customer_id_fkey REFERENCES customers (id), items integer NOT NULL DEFAULT 0 CHECK (items >= 0), kept_at timestamptz DEFAULT now())`,
  `CREATE INDEX old_carts_customer_id_idx ON old_carts (customer_id)`,
  `COMMENT ON TABLE old_carts IS 'carts before 2024'`,
  `INSERT INTO customers (name) SELECT 'customer ' || n FROM generate_series(1, 500) AS n`,
  `INSERT INTO old_carts (customer_id, items) SELECT 1 + n % 500, n % 9 FROM generate_series(1, 5000) AS n`,
];
const keepsRows = [
  { table: 'old_carts', columns: ['id', 'customer_id', 'items'] },
  { table: 'customers', columns: ['id', 'name'] },
];
const keys = {
  foreignKeys: 'old_carts_customer_id_fkey',
  keyColumns: 'customer_id',
  references: 'customers',
  referencedColumns: 'id',
};

export const examples: readonly ChangeExample[] = [
  {
    change: 'drop-table',
    title: 'Carts of an earlier shop, with a foreign key, hidden by another name',
    schema,
    fields: { table: 'old_carts', hide: 'rename', ...keys },
    keepsRows,
  },
  {
    change: 'drop-table',
    title: 'Carts of an earlier shop, hidden by taking a right',
    schema: [
      ...schema,
      `DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_reader') THEN CREATE ROLE shop_reader; END IF; END $do$`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON old_carts TO shop_reader`,
    ],
    fields: { table: 'old_carts', hide: 'revoke', role: 'shop_reader', ...keys },
    keepsRows,
  },
];
