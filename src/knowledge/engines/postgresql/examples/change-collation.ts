import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE people (id bigserial PRIMARY KEY, name text COLLATE "C" NOT NULL DEFAULT 'nobody')`,
  `CREATE INDEX people_name_idx ON people (name)`,
  `INSERT INTO people (name) SELECT (ARRAY['Zoe', 'anna', 'Bert', 'émile'])[1 + n % 4] || n FROM generate_series(1, 4000) AS n`,
];
const keepsRows = [{ table: 'people', columns: ['id', 'name'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'change-collation',
    title: 'Names in the order of the database, on a small table',
    schema,
    fields: { table: 'people', column: 'name', type: 'text', from: 'C', to: 'default' },
    scale: { table: 'people', rows: '4000', key: 'id' },
    keepsRows,
  },
  {
    change: 'change-collation',
    title: 'Names in another order, on a table that may not wait',
    schema,
    fields: { table: 'people', column: 'name', type: 'text', from: 'C', to: 'POSIX' },
    scale: { table: 'people', rows: '40000000', key: 'id' },
    keepsRows,
  },
];
