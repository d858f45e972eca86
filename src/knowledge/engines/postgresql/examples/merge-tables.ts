import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'merge-tables',
    title: 'Suppliers become parties, whose keys clash with theirs',
    schema: [
      `CREATE TABLE parties (id bigserial PRIMARY KEY, name text NOT NULL, email text)`,
      `CREATE TABLE suppliers (id bigserial PRIMARY KEY, name text NOT NULL, email text)`,
      `INSERT INTO parties (name, email) SELECT 'party ' || n, 'party' || n || '@example.org' FROM generate_series(1, 2000) AS n`,
      `INSERT INTO suppliers (name, email) SELECT 'supplier ' || n, nullif('supplier' || n || '@example.org', 'supplier9@example.org') FROM generate_series(1, 3000) AS n`,
    ],
    fields: {
      table: 'suppliers',
      into: 'parties',
      columns: 'name, email',
      label: 'origin',
      mapping: 'supplier_id',
      keyType: 'bigint',
    },
    scale: { table: 'suppliers', rows: '3000', key: 'id' },
    keepsRows: [
      { table: 'suppliers', columns: ['id', 'name', 'email'] },
      { table: 'parties', columns: ['id', 'name'] },
    ],
  },
];
