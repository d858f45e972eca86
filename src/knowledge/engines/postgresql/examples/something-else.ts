import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric NOT NULL DEFAULT 0)`,
  `INSERT INTO orders (total) SELECT n FROM generate_series(1, 500) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'total'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'something-else',
    title: 'A storage setting, with the way back written down',
    schema,
    fields: {
      what: 'Leave room in the pages of orders',
      statements: 'ALTER TABLE orders SET (fillfactor = 80)',
      undo: 'ALTER TABLE orders RESET (fillfactor)',
      loses: 'nothing',
      objects: 'orders',
    },
    keepsRows,
  },
  {
    change: 'something-else',
    title: 'Words only',
    schema,
    fields: { what: 'Turn on row security for orders', objects: 'orders' },
    keepsRows,
  },
];
