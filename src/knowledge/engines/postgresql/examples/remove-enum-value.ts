import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TYPE order_state AS ENUM ('pending', 'legacy', 'paid', 'sent')`,
  `CREATE TABLE orders (id bigserial PRIMARY KEY, state order_state NOT NULL DEFAULT 'pending')`,
  `CREATE INDEX orders_state_idx ON orders (state)`,
  `INSERT INTO orders (state) SELECT (ARRAY['pending', 'paid', 'sent']::order_state[])[1 + n % 3] FROM generate_series(1, 6000) AS n`,
];
const named = { type: 'order_state', value: 'legacy', table: 'orders', column: 'state', where: `state = 'legacy'` };
const keepsRows = [{ table: 'orders', columns: ['id', 'state'] }];
const scale = { table: 'orders', rows: '6000', key: 'id' };

export const examples: readonly ChangeExample[] = [
  {
    change: 'remove-enum-value',
    title: 'A value that is no longer used is forbidden',
    schema,
    fields: { ...named, how: 'forbid', allowed: `state <> 'legacy'` },
    scale,
    keepsRows,
  },
  {
    change: 'remove-enum-value',
    title: 'A value gets another name',
    schema,
    fields: { ...named, how: 'rename', newName: 'ancient' },
    scale,
    keepsRows,
  },
  {
    change: 'remove-enum-value',
    title: 'A new type without the value takes over',
    schema,
    fields: {
      ...named,
      how: 'replace',
      newType: 'order_stage',
      values: 'pending, paid, sent',
      oldValues: 'pending, legacy, paid, sent',
      newColumn: 'stage',
      expression: `replace(state::text, 'legacy', 'pending')::order_stage`,
      backExpression: 'stage::text::order_state',
      default: `'pending'`,
      notNull: 'yes',
      indexes: 'orders_state_idx',
    },
    scale,
    keepsRows,
    converts: true,
  },
];
