import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE order_items (id bigserial PRIMARY KEY, price numeric(10, 2) NOT NULL DEFAULT 1, pieces integer NOT NULL DEFAULT 1)`,
  `INSERT INTO order_items (price, pieces) SELECT n % 90, n % 7 FROM generate_series(1, 5000) AS n`,
];
const fields = { table: 'order_items', column: 'total', type: 'numeric', expression: 'price * pieces' };
const base = {
  change: 'add-generated-column',
  schema,
  scale: { table: 'order_items', rows: '5000', key: 'id' },
  keepsRows: [{ table: 'order_items', columns: ['id', 'price', 'pieces'] }],
};

export const examples: readonly ChangeExample[] = [
  { ...base, title: 'Stored in every row', fields: { ...fields, kept: 'stored' } },
  { ...base, title: 'Computed when it is read', fields: { ...fields, kept: 'virtual' }, since: 18 },
];
