import type { ChangeExample } from './change-example.ts';

const orders = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, status varchar(20) NOT NULL DEFAULT 'pending', placed_on date NOT NULL DEFAULT '2026-01-01', amount numeric(12, 2), updated_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE INDEX orders_status_idx ON orders (status)`,
  `CREATE INDEX orders_day_idx ON orders (placed_on, status)`,
  `CREATE VIEW orders_by_day AS SELECT placed_on, count(*) AS placed FROM orders GROUP BY placed_on`,
  `COMMENT ON COLUMN orders.amount IS 'without tax'`,
  `GRANT SELECT ON orders TO PUBLIC`,
  `CREATE FUNCTION orders_stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$`,
  `CREATE TRIGGER orders_stamp BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_stamp()`,
  `INSERT INTO orders (status, placed_on, amount) SELECT (ARRAY['pending', 'paid', 'sent'])[1 + n % 3], date '2026-01-01' + n % 300, n FROM generate_series(1, 12000) AS n`,
];

const status = {
  table: 'orders',
  column: 'status',
  newColumn: 'status_v2',
  newType: 'text',
  type: 'varchar(20)',
  default: `'pending'`,
  notNull: 'yes',
  indexes: 'orders_status_idx, orders_day_idx (placed_on, status)',
};
const keepsRows = [{ table: 'orders', columns: ['id', 'status', 'placed_on', 'amount'] }];
const scale = { table: 'orders', rows: '12000', key: 'id' };

export const examples: readonly ChangeExample[] = [
  {
    change: 'replace-column',
    title: 'A status without a limit on its length',
    schema: orders,
    fields: status,
    scale,
    keepsRows,
  },
  {
    change: 'replace-column',
    title: 'The same under a stack that remembers columns',
    schema: orders,
    fields: status,
    scale,
    remembersColumns: true,
    keepsRows,
  },
  {
    change: 'replace-column',
    title: 'A nullable amount in cents, computed there and back',
    schema: orders,
    fields: {
      table: 'orders',
      column: 'amount',
      newColumn: 'amount_cents',
      newType: 'bigint',
      type: 'numeric(12, 2)',
      expression: '(amount * 100)::bigint',
      backExpression: 'amount_cents / 100.0',
      notNull: 'no',
    },
    scale,
    keepsRows,
    converts: true,
  },
];
