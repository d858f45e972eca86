import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id serial PRIMARY KEY, placed_on date NOT NULL DEFAULT '2026-01-01', note text)`,
  `CREATE INDEX orders_day_id_idx ON orders (placed_on, id)`,
  `CREATE TABLE order_items (id bigserial PRIMARY KEY, order_id bigint NOT NULL, pieces integer NOT NULL DEFAULT 1)`,
  `ALTER TABLE order_items ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id)`,
  `CREATE INDEX order_items_order_id_idx ON order_items (order_id)`,
  `INSERT INTO orders (placed_on, note) SELECT date '2026-01-01' + n % 90, 'n' || n FROM generate_series(1, 5000) AS n`,
  `INSERT INTO order_items (order_id, pieces) SELECT 1 + n % 5000, n % 9 FROM generate_series(1, 9000) AS n`,
];

const identity = [
  `CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY (START WITH 10 CACHE 3) PRIMARY KEY, placed_on date NOT NULL DEFAULT '2026-01-01', note text)`,
  `CREATE TABLE order_items (id bigserial PRIMARY KEY, order_id bigint, pieces integer NOT NULL DEFAULT 1)`,
  `ALTER TABLE order_items ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED`,
  `CREATE TABLE refunds (id bigserial PRIMARY KEY, order_id bigint)`,
  `ALTER TABLE refunds ADD CONSTRAINT refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID`,
  `INSERT INTO orders (placed_on, note) SELECT date '2026-01-01' + n % 90, 'n' || n FROM generate_series(1, 5000) AS n`,
  `INSERT INTO order_items (order_id, pieces) SELECT 10 + n % 5000, n % 9 FROM generate_series(1, 9000) AS n`,
];

export const examples: readonly ChangeExample[] = [
  {
    change: 'widen-key',
    title: 'A serial key with a table that refers to it',
    schema,
    fields: {
      table: 'orders',
      column: 'id',
      from: 'integer',
      to: 'bigint',
      source: 'sequence',
      sequence: 'orders_id_seq',
      constraint: 'orders_pkey',
      children: 'order_items_order_id_fkey (order_items.order_id)',
      indexes: 'orders_day_id_idx (placed_on, id)',
    },
    scale: { table: 'orders', rows: '5000', key: 'id' },
    // From 18 on NOT NULL has a name of its own, made from the name that the column has when it is set.
    leaves: ['NOT NULL id'],
    keepsRows: [
      { table: 'orders', columns: ['id', 'placed_on', 'note'] },
      { table: 'order_items', columns: ['id', 'order_id', 'pieces'] },
    ],
  },
  {
    change: 'widen-key',
    title: 'An identity, with rules and an unproved foreign key on the tables that refer to it',
    schema: identity,
    fields: {
      table: 'orders',
      column: 'id',
      from: 'integer',
      to: 'bigint',
      source: 'identity',
      sequence: 'orders_id_seq',
      constraint: 'orders_pkey',
      children: `TABLE "order_items" CONSTRAINT "order_items_order_id_fkey" FOREIGN KEY (order_id) REFERENCES orders(id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
    TABLE "refunds" CONSTRAINT "refunds_order_id_fkey" FOREIGN KEY (order_id) REFERENCES orders(id) NOT VALID`,
    },
    scale: { table: 'orders', rows: '5000', key: 'id' },
    leaves: ['NOT NULL id'],
    keepsRows: [
      { table: 'orders', columns: ['id', 'placed_on', 'note'] },
      { table: 'order_items', columns: ['id', 'order_id', 'pieces'] },
    ],
  },
];
