import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric NOT NULL DEFAULT 0)`,
  `INSERT INTO orders (total) SELECT n FROM generate_series(1, 500) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'total'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'major-upgrade',
    title: 'On a second server, kept equal both ways',
    schema,
    fields: { from: '14', to: '18', way: 'second', tables: 'orders' },
    keepsRows,
  },
  {
    change: 'major-upgrade',
    title: 'In place',
    schema,
    fields: { from: '14', to: '18', way: 'in-place' },
    keepsRows,
  },
];
