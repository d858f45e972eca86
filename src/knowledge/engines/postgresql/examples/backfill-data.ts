import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL DEFAULT 'nobody@example.org', visits integer DEFAULT 0)`,
  `CREATE INDEX customers_email_idx ON customers (email)`,
  `INSERT INTO customers (email, visits) SELECT CASE n % 3 WHEN 0 THEN 'Ada' ELSE 'ada' END || n || '@Example.org', nullif(n % 7, 3) FROM generate_series(1, 12000) AS n`,
];
const keepsRows = [{ table: 'customers', columns: ['id', 'email', 'visits'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'backfill-data',
    title: 'Addresses in small letters, only where they are not',
    schema,
    fields: {
      table: 'customers',
      column: 'email',
      expression: 'lower(email)',
      where: 'email <> lower(email)',
      type: 'text',
    },
    scale: { table: 'customers', rows: '12000', key: 'id' },
    keepsRows,
  },
  {
    change: 'backfill-data',
    title: 'A missing number becomes 0',
    schema,
    fields: {
      table: 'customers',
      column: 'visits',
      expression: 'coalesce(visits, 0)',
      where: 'visits IS NULL',
      type: 'integer',
    },
    scale: { table: 'customers', rows: '12000', key: 'id' },
    keepsRows,
  },
];
