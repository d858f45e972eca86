import { none } from '../../checks.ts';
import { of, type OperationCase } from './operation-case.ts';

const touch = (what: string) => `CREATE FUNCTION touch() RETURNS varchar(10) DETERMINISTIC RETURN '${what}'`;
const trigger = (what: string) =>
  `CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW SET NEW.note = '${what}'`;
const view = (where: string) => `SELECT id, note FROM orders WHERE ${where}`;

export const otherCases: readonly OperationCase[] = [
  of(
    'addEnumValue',
    'at the end',
    { type: 'orders.state', value: "won't pay" },
    {
      meanwhile: none(
        'columns without it',
        `select 1 - count(*) from information_schema.columns where table_schema = 'shop' and column_type like '%won''''t pay%'`,
      ),
    },
  ),
  of('addEnumValue', 'in the middle', { type: 'orders.state', value: 'late', after: 'pending' }, { cannot: true }),
  of('addEnumValue', 'of a type without a column', { type: 'order_state', value: 'late' }, { cannot: true }),
  of('renameEnumValue', 'a value', { type: 'orders.state', from: 'paid', to: 'settled' }, { cannot: true }),
  of('createEnum', 'a type', { type: 'sales.mood', values: ['good', 'not so good'] }, { cannot: true }),
  of('dropEnum', 'a type', { type: 'mood', values: ['a', 'b'] }, { cannot: true }),
  of(
    'replaceRoutine',
    'a view by a query',
    {
      kind: 'view',
      name: 'paid',
      definition: `${view(`status = 'paid' AND amount > 0`)};`,
      was: view(`status = 'paid'`),
      table: 'orders',
    },
    { before: `create view paid as ${view(`status = 'paid'`)}` },
  ),
  of(
    'replaceRoutine',
    'a view, was not known',
    { kind: 'view', name: 'paid', definition: `CREATE VIEW paid AS ${view('amount > 0')}`, table: 'orders' },
    { before: `create view paid as ${view(`status = 'paid'`)}` },
  ),
  of(
    'replaceRoutine',
    'a function',
    { kind: 'function', name: 'touch', definition: touch('new'), was: touch('old') },
    { before: touch('old') },
  ),
  of(
    'replaceRoutine',
    'a trigger',
    { kind: 'trigger', name: 'touched', definition: trigger('new'), was: trigger('old'), table: 'orders' },
    { before: trigger('old') },
  ),
  of('createExtension', 'an extension', { extension: 'audit_log' }, { cannot: true }),
  of('updateExtension', 'an extension', { extension: 'audit_log', from: '1', to: '2' }, { cannot: true }),
  of('widenSequence', 'a counter', { sequence: 'orders_id_seq', from: 'integer', to: 'bigint' }, { cannot: true }),
  of(
    'moveSequence',
    'to another column',
    { table: 'orders', sequence: 's', from: 'id', to: 'id_big' },
    {
      before: `alter table orders add column id_big bigint; update orders set id_big = id;
        alter table orders modify id_big bigint not null, add unique key orders_id_big (id_big)`,
      meanwhile: none('the new column', 'select count(*) from orders where id_big is null'),
      halfWay: 'by hand',
      lighterToo: true,
    },
  ),
  of('publish', 'two tables', { publication: 'stream', tables: ['orders', 'customers'] }, { cannot: true }),
  of('subscribe', 'elsewhere', { subscription: 'copy', publication: 'stream' }, { cannot: true }),
  of('unsubscribe', 'elsewhere', { subscription: 'copy', publication: 'stream' }, { cannot: true }),
  of('upgradeServer', 'to the next line', { from: '8.4', to: '9.7' }),
];
