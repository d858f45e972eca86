import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL, city text)`,
  `CREATE INDEX customers_email_idx ON customers (email)`,
  `CREATE VIEW customer_cities AS SELECT city, count(*) AS customers FROM customers GROUP BY city`,
  `COMMENT ON TABLE customers IS 'people who have ordered'`,
  `INSERT INTO customers (email, city) SELECT 'c' || n || '@example.org', nullif('city ' || n % 7, 'city 3') FROM generate_series(1, 8000) AS n`,
];
const keepsRows = [{ table: 'customers', columns: ['id', 'email', 'city'] }];
const scale = { table: 'customers', rows: '8000', key: 'id' };
const base = { change: 'add-column', schema, keepsRows, scale };

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'A note that may be missing',
    fields: { table: 'customers', column: 'note', type: 'text', kind: 'nullable', use: 'later' },
  },
  {
    ...base,
    title: 'A note that the next release writes',
    fields: { table: 'customers', column: 'note', type: 'text', kind: 'nullable', use: 'now' },
  },
  {
    ...base,
    title: 'A required level with one default, under a stack that remembers columns',
    fields: {
      table: 'customers',
      column: 'level',
      type: 'integer',
      kind: 'constant',
      default: '1',
      notNull: 'yes',
      use: 'now',
    },
    remembersColumns: true,
  },
  {
    ...base,
    title: 'A random key for each row',
    fields: {
      table: 'customers',
      column: 'token',
      type: 'text',
      kind: 'computed',
      default: 'md5(random()::text)',
      notNull: 'yes',
      use: 'now',
    },
  },
  {
    ...base,
    title: 'A region that every writer must give',
    fields: { table: 'customers', column: 'region', type: 'text', kind: 'required', fill: `coalesce(city, 'unknown')` },
  },
];
