import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL, language text NOT NULL DEFAULT 'de')`,
  `INSERT INTO customers (email) SELECT 'c' || n || '@example.org' FROM generate_series(1, 3000) AS n`,
];
const base = {
  change: 'change-default',
  schema,
  keepsRows: [{ table: 'customers', columns: ['id', 'email', 'language'] }],
};

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'Another language for new customers',
    fields: { table: 'customers', column: 'language', to: 'set', default: `'en'`, was: `'de'` },
    remembersColumns: true,
  },
  {
    ...base,
    title: 'No default any more',
    fields: { table: 'customers', column: 'language', to: 'drop', was: `'de'`, notNull: 'yes' },
  },
];
