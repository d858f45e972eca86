import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL, city text, country text DEFAULT 'DE')`,
  `INSERT INTO customers (email, city, country) SELECT 'c' || n || '@example.org', nullif('city ' || n % 7, 'city 3'), 'DE' FROM generate_series(1, 6000) AS n`,
];
const base = {
  change: 'set-not-null',
  schema,
  scale: { table: 'customers', rows: '6000', key: 'id' },
  keepsRows: [{ table: 'customers', columns: ['id', 'email', 'city', 'country'] }],
};

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'A column that every writer fills',
    fields: { table: 'customers', column: 'country', writers: 'yes', default: `'DE'` },
  },
  {
    ...base,
    title: 'A column with gaps that some writers leave',
    fields: { table: 'customers', column: 'city', writers: 'no', fill: `'unknown'`, type: 'text' },
  },
];
