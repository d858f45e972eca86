import type { ChangeExample } from './change-example.ts';

const orders = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric NOT NULL DEFAULT 0, changed_at timestamptz)`,
  `INSERT INTO orders (total) SELECT n FROM generate_series(1, 1000) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'total'] }];
const wasFunction = `CREATE OR REPLACE FUNCTION tax_of(amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT round(amount * 0.19, 2) $$`;
const wasView = `CREATE OR REPLACE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 500`;
const stamp = `CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at := now(); RETURN NEW; END $$`;
const wasTrigger = `CREATE TRIGGER orders_stamp BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp()`;

export const examples: readonly ChangeExample[] = [
  {
    change: 'change-routine',
    title: 'A function computes another tax',
    schema: [...orders, wasFunction],
    fields: {
      kind: 'function',
      name: 'tax_of(numeric)',
      definition: `CREATE OR REPLACE FUNCTION tax_of(amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT round(amount * 0.16, 2) $$`,
      was: wasFunction,
    },
    keepsRows,
  },
  {
    change: 'change-routine',
    title: 'A view shows more rows',
    schema: [...orders, wasView],
    fields: {
      kind: 'view',
      name: 'large_orders',
      definition: `CREATE OR REPLACE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 400`,
      was: wasView,
    },
    keepsRows,
  },
  {
    change: 'change-routine',
    title: 'A trigger fires on inserts too',
    schema: [...orders, stamp, wasTrigger],
    fields: {
      kind: 'trigger',
      name: 'orders_stamp',
      table: 'orders',
      definition: `CREATE TRIGGER orders_stamp BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp()`,
      was: wasTrigger,
    },
    keepsRows,
  },
];
