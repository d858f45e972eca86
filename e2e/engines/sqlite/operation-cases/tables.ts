import { each, none, of, type OperationCase, write } from './operation-case.ts';

const addresses = ['CREATE TABLE addresses (order_id INTEGER PRIMARY KEY, label TEXT, remark TEXT)'];
const sync = {
  name: 'orders_to_addresses',
  from: 'orders',
  to: 'addresses',
  key: 'id',
  toKey: 'order_id',
  columns: [{ from: 'note', to: 'remark' }],
} as const;
const labelled = { ...sync, label: { column: 'label', value: 'shop' } } as const;
const existing = { ...sync, onlyExisting: true } as const;

const carried = each(
  write(`INSERT INTO orders (id, note) VALUES (9001, 'first')`),
  none('an insert not carried', `SELECT 1 - count(*) FROM addresses WHERE order_id = 9001 AND remark = 'first'`),
  write(`UPDATE orders SET note = 'second' WHERE id = 9001`),
  none('an update not carried', `SELECT 1 - count(*) FROM addresses WHERE order_id = 9001 AND remark = 'second'`),
  write(`UPDATE orders SET id = 9002 WHERE id = 9001`),
  none('a key not carried', `SELECT 1 - count(*) FROM addresses WHERE order_id = 9002 AND remark = 'second'`),
  none('the former key is left', 'SELECT count(*) FROM addresses WHERE order_id = 9001'),
  write('DELETE FROM orders WHERE id = 9002'),
  none('a delete not carried', 'SELECT count(*) FROM addresses WHERE order_id = 9002'),
);

const pairs = [{ from: 'note', to: 'remark' }] as const;
const columnSync = { name: 'orders_note_sync', table: 'orders', pairs } as const;
const computed = {
  ...columnSync,
  name: 'orders_amount_sync',
  pairs: [{ from: 'amount', to: 'cents', forward: 'amount * 100', backward: 'cents / 100.0' }],
} as const;
const withRemark = ['ALTER TABLE orders ADD COLUMN remark TEXT'];
const withCents = ['ALTER TABLE orders ADD COLUMN cents REAL'];

const bothWays = each(
  write(`INSERT INTO orders (id, note) VALUES (9001, 'old')`),
  none('the new column not filled', `SELECT 1 - count(*) FROM orders WHERE id = 9001 AND remark = 'old'`),
  write(`INSERT INTO orders (id, remark) VALUES (9002, 'new')`),
  none('the old column not filled', `SELECT 1 - count(*) FROM orders WHERE id = 9002 AND note = 'new'`),
  write(`UPDATE orders SET note = 'by the old' WHERE id = 9002`),
  none('not carried there', `SELECT 1 - count(*) FROM orders WHERE id = 9002 AND remark = 'by the old'`),
  write(`UPDATE orders SET remark = 'by the new' WHERE id = 9001`),
  none('not carried back', `SELECT 1 - count(*) FROM orders WHERE id = 9001 AND note = 'by the new'`),
  write(`UPDATE orders SET note = 'loses', remark = 'wins' WHERE id = 9001`),
  none(
    'the new one does not win',
    `SELECT 1 - count(*) FROM orders WHERE id = 9001 AND note = 'wins' AND remark = 'wins'`,
  ),
  write(`UPDATE orders SET remark = NULL WHERE id = 9001`),
  none('NULL not carried', 'SELECT 1 - count(*) FROM orders WHERE id = 9001 AND note IS NULL'),
  write('DELETE FROM orders WHERE id > 9000'),
);

export const tableCases: readonly OperationCase[] = [
  of('createTable', 'with a reference', {
    table: 'shipments',
    columns: `id INTEGER PRIMARY KEY, order_id INT NOT NULL REFERENCES orders (id), state TEXT NOT NULL DEFAULT 'new', sent TEXT`,
  }),
  of('dropTable', 'that others point to', { table: 'customers' }),
  of('renameTable', 'with what names it', { from: 'orders', to: 'purchases', compatibilityView: false }),
  of(
    'renameTable',
    'with a view in its place',
    { from: 'orders', to: 'purchases', compatibilityView: true },
    {
      cannot: true,
      before: ['CREATE VIEW purchases AS SELECT * FROM orders'],
      refuses: 'INSERT INTO purchases (note) VALUES (1)',
    },
  ),
  of('dropCompatibilityView', 'there is none', { view: 'orders', table: 'purchases' }, { cannot: true }),
  of('startSync', 'of two columns', columnSync, { before: withRemark, meanwhile: bothWays }),
  of('startSync', 'computed there and back', computed, {
    before: withCents,
    meanwhile: each(
      write('INSERT INTO orders (id, amount) VALUES (9001, 12)'),
      none('not computed there', 'SELECT 1 - count(*) FROM orders WHERE id = 9001 AND cents = 1200'),
      write('UPDATE orders SET cents = 500 WHERE id = 9001'),
      none('not computed back', 'SELECT 1 - count(*) FROM orders WHERE id = 9001 AND amount = 5'),
      write('DELETE FROM orders WHERE id = 9001'),
    ),
  }),
  of(
    'stopSync',
    'and back with what was written since',
    { ...columnSync, key: 'id', batchSize: 700 },
    {
      before: [...withRemark, 'UPDATE orders SET remark = note'],
      follows: { operation: 'startSync', args: columnSync },
      meanwhile: write(`UPDATE orders SET remark = remark WHERE id = 17`),
    },
  ),
  of('startTableSync', 'every write', sync, { before: addresses, meanwhile: carried }),
  of('startTableSync', 'with a label', labelled, { before: addresses, meanwhile: carried }),
  of('startTableSync', 'only rows that are there', existing, {
    before: [...addresses, `INSERT INTO addresses VALUES (1, NULL, 'before')`],
    meanwhile: each(
      write(`UPDATE orders SET note = note || '' WHERE id = 1`),
      none('a row not followed', `SELECT 1 - count(*) FROM addresses WHERE order_id = 1 AND remark = 'n1'`),
      write(`UPDATE orders SET note = note WHERE id = 2`),
      none('a row that was not there', 'SELECT count(*) FROM addresses WHERE order_id = 2'),
    ),
  }),
  of(
    'stopTableSync',
    'and back with a copy',
    { ...sync, batchSize: 700 },
    { before: addresses, follows: { operation: 'startTableSync', args: sync } },
  ),
  of(
    'copyRows',
    'of before the sync',
    { ...labelled, batchSize: 700 },
    {
      before: addresses,
      follows: { operation: 'startTableSync', args: labelled },
      meanwhile: none(
        'rows not copied',
        `SELECT (SELECT count(*) FROM orders) - count(*) FROM addresses WHERE label = 'shop'`,
      ),
    },
  ),
  of(
    'copyRows',
    'only rows that are there',
    { ...existing, batchSize: 700 },
    {
      before: [...addresses, `INSERT INTO addresses SELECT id, NULL, 'before' FROM orders WHERE id % 2`],
      meanwhile: none('rows not copied', `SELECT count(*) FROM addresses WHERE remark = 'before'`),
    },
  ),
];
