import { none, of, type OperationCase, refused } from './operation-case.ts';

const noEnums = { cannot: true, refuses: `CREATE TYPE state AS ENUM ('a')` } as const;
const noStreams = { cannot: true, refuses: 'CREATE PUBLICATION p FOR TABLE orders' } as const;

export const rowCases: readonly OperationCase[] = [
  of(
    'backfill',
    'where it differs',
    { table: 'orders', key: 'id', column: 'remark', expression: 'upper(note)', batchSize: 700 },
    {
      before: ['ALTER TABLE orders ADD COLUMN remark TEXT'],
      meanwhile: none('rows not filled', 'SELECT count(*) FROM orders WHERE remark IS NOT upper(note)'),
    },
  ),
  of(
    'backfill',
    'empty ones, another value each',
    { table: 'orders', key: 'id', column: 'nonce', expression: 'random()', onlyEmpty: true, batchSize: 700 },
    {
      before: ['ALTER TABLE orders ADD COLUMN nonce INT'],
      meanwhile: none('rows not filled', 'SELECT count(*) FROM orders WHERE nonce IS NULL'),
    },
  ),
  of(
    'backfill',
    'old values kept',
    {
      table: 'orders',
      key: 'id',
      column: 'note',
      expression: `note || '!'`,
      where: `note NOT LIKE '%!'`,
      batchSize: 700,
      keepIn: 'orders_note_before',
    },
    { meanwhile: none('rows not filled', `SELECT count(*) FROM orders WHERE note NOT LIKE '%!'`) },
  ),
  of('deleteRows', 'with an archive', {
    table: 'items',
    key: 'id',
    where: `sku = 'sku 3'`,
    batchSize: 700,
    archive: 'items_archive',
  }),
  of(
    'deleteRows',
    'without',
    { table: 'items', key: 'id', where: `sku = 'sku 3'`, batchSize: 700 },
    { meanwhile: none('rows left', `SELECT count(*) FROM items WHERE sku = 'sku 3'`) },
  ),
  of('exportColumn', 'by the shell', { table: 'orders', key: 'id', column: 'note', file: 'orders_note.csv' }),
  of('exportTable', 'by the shell', { table: 'orders', file: 'orders.csv' }),
  of('vacuum', 'statistics', { table: 'orders' }, { before: ['ANALYZE'] }),
  of('replaceRoutine', 'a view', {
    kind: 'view',
    name: 'paid',
    definition: `SELECT id FROM orders WHERE status = 'paid'`,
    was: `CREATE VIEW paid AS SELECT id, amount FROM orders WHERE status = 'paid'`,
  }),
  of('replaceRoutine', 'a trigger whose definition is printed', {
    kind: 'trigger',
    name: 'orders_log',
    table: 'orders',
    definition: `CREATE TRIGGER orders_log AFTER INSERT ON orders BEGIN INSERT INTO log VALUES ('new ' || NEW.id); END`,
  }),
  of(
    'replaceRoutine',
    'a function',
    { kind: 'function', name: 'f', definition: 'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$' },
    { cannot: true, refuses: 'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$' },
  ),
  of('addEnumValue', 'none', { type: 'state', value: 'x' }, noEnums),
  of('renameEnumValue', 'none', { type: 'state', from: 'x', to: 'y' }, noEnums),
  of('createEnum', 'none', { type: 'state', values: ['x'] }, noEnums),
  of('dropEnum', 'none', { type: 'state' }, noEnums),
  of(
    'partitionInPlace',
    'none',
    { table: 'orders', column: 'id', cut: '1', next: ['2'], proof: 'p', primaryKey: ['id'] },
    { cannot: true, refuses: 'CREATE TABLE p (id INT) PARTITION BY RANGE (id)' },
  ),
  of(
    'detachPartition',
    'none',
    { table: 'orders', partition: 'orders_1', from: '1', to: '2' },
    { cannot: true, refuses: 'ALTER TABLE orders DETACH PARTITION orders_1' },
  ),
  of('createExtension', 'none', { extension: 'more' }, { cannot: true, refuses: 'CREATE EXTENSION more' }),
  of('updateExtension', 'none', { extension: 'more' }, { cannot: true, refuses: 'ALTER EXTENSION more UPDATE' }),
  of(
    'widenSequence',
    'none',
    { sequence: 's', from: 'int', to: 'bigint' },
    {
      cannot: true,
      refuses: 'CREATE SEQUENCE s',
      meanwhile: refused('INSERT INTO orders (id) VALUES (9223372036854775808)'),
    },
  ),
  of('moveSequence', 'none', { table: 'orders', sequence: 's', from: 'id', to: 'note' }, { cannot: true }),
  of('publish', 'none', { publication: 'p', tables: ['orders'] }, noStreams),
  of('subscribe', 'none', { subscription: 's', publication: 'p' }, noStreams),
  of('unsubscribe', 'none', { subscription: 's', publication: 'p' }, noStreams),
  of('upgradeServer', 'none', { to: '3.54' }, { cannot: true }),
  of(
    'revokeAccess',
    'none',
    { table: 'orders', role: 'app' },
    { cannot: true, refuses: 'REVOKE SELECT ON orders FROM app' },
  ),
];
