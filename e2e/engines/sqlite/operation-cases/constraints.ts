import { each, none, of, type OperationCase, refused, write } from './operation-case.ts';

const unique = ['CREATE UNIQUE INDEX log_said_idx ON log (said)'];

export const constraintCases: readonly OperationCase[] = [
  of('createIndex', 'of two columns', {
    table: 'orders',
    index: 'orders_two_idx',
    columns: ['customer_id', 'status'],
    unique: false,
  }),
  of('createIndex', 'unique, partial, by an expression', {
    table: 'main.orders',
    index: 'orders_part_idx',
    columns: ['id', 'lower(note)'],
    unique: true,
    where: `status = 'paid'`,
  }),
  of('createIndex', 'with a collation', {
    table: 'orders',
    index: 'orders_nc_idx',
    columns: ['note'],
    unique: false,
    collation: 'NOCASE',
  }),
  of(
    'createIndex',
    'of another kind',
    { table: 'orders', index: 'i', columns: ['note'], unique: false, method: 'gin' },
    { cannot: true, refuses: 'CREATE INDEX i ON orders USING gin (note)' },
  ),
  of('dropIndex', 'with definition', {
    table: 'orders',
    index: 'orders_status_idx',
    definition: 'CREATE INDEX orders_status_idx ON orders (status);',
  }),
  of('dropIndex', 'without definition', { table: 'orders', index: 'orders_note_idx' }),
  of(
    'dropIndex',
    'of a unique constraint',
    { table: 'codes', index: 'sqlite_autoindex_codes_1' },
    { cannot: true, before: ['CREATE TABLE codes (code TEXT UNIQUE)'], refuses: 'DROP INDEX sqlite_autoindex_codes_1' },
  ),
  of('renameIndex', 'built again', { table: 'orders', from: 'orders_note_idx', to: 'orders_remark_idx' }),
  of(
    'attachUnique',
    'an index is enough',
    { table: 'log', constraint: 'log_said_key', index: 'log_said_idx', columns: ['said'] },
    {
      cannot: true,
      before: unique,
      refuses: 'ALTER TABLE log ADD CONSTRAINT log_said_key UNIQUE (said)',
      meanwhile: refused(`INSERT INTO log VALUES ('order 1'), ('order 1')`),
    },
  ),
  of(
    'attachPrimaryKey',
    'of a table without one: rebuild',
    { table: 'log', constraint: 'log_pkey', index: 'log_said_idx', columns: ['said'] },
    { before: unique, meanwhile: refused(`INSERT INTO log VALUES ('order 1'), ('order 1')`) },
  ),
  of(
    'addCheck',
    'on right rows',
    { table: 'orders', constraint: 'orders_small', expression: 'amount < 1000' },
    {
      refuses: 'ALTER TABLE orders ADD CONSTRAINT orders_small CHECK (amount < 1000)',
      takenSince: '3.53',
      meanwhile: refused('INSERT INTO orders (amount) VALUES (5000)'),
    },
  ),
  of(
    'addForeignKey',
    'with a rule for deletes: rebuild',
    {
      table: 'log',
      constraint: 'log_customer',
      columns: ['said'],
      references: 'customers',
      referencedColumns: ['id'],
      onDelete: 'CASCADE',
    },
    {
      before: ['DELETE FROM log'],
      refuses: 'ALTER TABLE log ADD CONSTRAINT log_customer FOREIGN KEY (said) REFERENCES customers (id)',
      meanwhile: refused('INSERT INTO log VALUES (777)'),
    },
  ),
  of(
    'validateConstraint',
    'nothing is unproved',
    { table: 'orders', constraint: 'amount_known' },
    { cannot: true, refuses: 'ALTER TABLE orders VALIDATE CONSTRAINT amount_known' },
  ),
  of(
    'dropConstraint',
    'a check, with definition',
    { table: 'orders', constraint: 'amount_known', definition: 'CHECK (amount IS NULL OR amount >= 0)' },
    {
      refuses: 'ALTER TABLE orders DROP CONSTRAINT amount_known',
      takenSince: '3.53',
      meanwhile: each(
        write('INSERT INTO orders (id, amount) VALUES (9001, -1)'),
        write('DELETE FROM orders WHERE id = 9001'),
      ),
    },
  ),
  of('dropConstraint', 'a check, without definition: rebuild', { table: 'orders', constraint: 'amount_known' }),
  of(
    'dropConstraint',
    'a foreign key',
    {
      table: 'items',
      constraint: 'items_order',
      definition: 'FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE',
      references: 'orders',
    },
    {
      refuses: 'ALTER TABLE items DROP CONSTRAINT items_order',
      takenSince: '3.54',
      meanwhile: none('items that are gone', 'SELECT 500 - count(*) FROM items'),
    },
  ),
];
