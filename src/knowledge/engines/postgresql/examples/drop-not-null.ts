import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL, phone text NOT NULL)`,
  `INSERT INTO customers (email, phone) SELECT 'c' || n || '@example.org', '+49 ' || n FROM generate_series(1, 4000) AS n`,
];
const base = {
  change: 'drop-not-null',
  schema,
  scale: { table: 'customers', rows: '4000', key: 'id' },
  keepsRows: [{ table: 'customers', columns: ['id', 'email', 'phone'] }],
};

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'Nobody writes NULL yet',
    fields: { table: 'customers', column: 'phone', use: 'later', fill: `''` },
  },
  {
    ...base,
    title: 'The next release writes NULL',
    fields: { table: 'customers', column: 'phone', use: 'now', fill: `''` },
  },
];
