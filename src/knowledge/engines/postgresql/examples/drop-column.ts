import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL, fax varchar(30) NOT NULL, legacy_code text NOT NULL DEFAULT 'none')`,
  `CREATE INDEX customers_fax_idx ON customers (fax)`,
  `CREATE VIEW customer_mail AS SELECT id, email FROM customers`,
  `COMMENT ON COLUMN customers.fax IS 'until 2019'`,
  `INSERT INTO customers (email, fax) SELECT 'c' || n || '@example.org', '+49 30 ' || n FROM generate_series(1, 5000) AS n`,
];
const keepsRows = [{ table: 'customers', columns: ['id', 'email', 'fax', 'legacy_code'] }];
const scale = { table: 'customers', rows: '5000', key: 'id' };

export const examples: readonly ChangeExample[] = [
  {
    change: 'drop-column',
    title: 'A required column with an index',
    schema,
    fields: { table: 'customers', column: 'fax', notNull: 'yes', fill: `'unknown'`, indexes: 'customers_fax_idx' },
    scale,
    keepsRows,
  },
  {
    change: 'drop-column',
    title: 'A column with a default, under a stack that remembers columns',
    schema,
    fields: { table: 'customers', column: 'legacy_code', notNull: 'yes', default: `'none'` },
    scale,
    remembersColumns: true,
    keepsRows,
  },
];
