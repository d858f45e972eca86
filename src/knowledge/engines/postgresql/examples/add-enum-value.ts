import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'add-enum-value',
    title: 'Orders can be put on hold',
    schema: [
      `CREATE TYPE order_state AS ENUM ('pending', 'paid', 'sent')`,
      `CREATE TABLE orders (id bigserial PRIMARY KEY, state order_state NOT NULL DEFAULT 'pending')`,
      `INSERT INTO orders (state) SELECT (enum_range(NULL::order_state))[1 + n % 3] FROM generate_series(1, 3000) AS n`,
    ],
    fields: { type: 'order_state', value: 'on_hold', after: 'pending', table: 'orders', where: `state = 'on_hold'` },
    leaves: ['enum public.order_state '],
    keepsRows: [{ table: 'orders', columns: ['id', 'state'] }],
  },
];
