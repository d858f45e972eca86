import { each, none, refused, write } from '../../checks.ts';
import { of, type OperationCase } from './operation-case.ts';

export const columnCases: readonly OperationCase[] = [
  of('addColumn', 'nullable', { table: 'orders', column: 'extra', type: 'varchar(20)', nullable: true }),
  of('addColumn', 'a reserved word with a capital, database typed', {
    table: 'shop.orders',
    column: 'Order',
    type: 'int',
    nullable: true,
  }),
  of('addColumn', 'constant default, not null', {
    table: 'orders',
    column: 'extra',
    type: 'int',
    nullable: false,
    default: '5',
  }),
  of('addColumn', 'the moment of the statement', {
    table: 'orders',
    column: 'seen',
    type: 'datetime',
    nullable: true,
    default: 'CURRENT_TIMESTAMP',
  }),
  of('addColumn', 'a text with a default', {
    table: 'orders',
    column: 'extra',
    type: 'text',
    nullable: true,
    default: `'none'`,
  }),
  of(
    'addColumn',
    'another value for each row, nullable',
    { table: 'orders', column: 'nonce', type: 'varchar(36)', nullable: true, default: 'uuid()' },
    {
      meanwhile: each(
        write(`insert into orders (customer_id) values (1)`),
        none('new rows without a value', `select count(*) from orders where id > 3000 and nonce is null`),
        write(`delete from orders where id > 3000`),
      ),
    },
  ),
  of(
    'addColumn',
    'not null without default',
    { table: 'orders', column: 'extra', type: 'int', nullable: false },
    { cannot: true },
  ),
  of(
    'addColumn',
    'version not given',
    { table: 'orders', column: 'extra', type: 'int', nullable: true },
    { versionNotGiven: true },
  ),
  of('dropColumn', 'without definition', { table: 'customers', column: 'email' }),
  of(
    'dropColumn',
    'with definition',
    { table: 'orders', column: 'placed', definition: 'datetime DEFAULT current_timestamp' },
    { rows: { orders: ['id', 'status'] } },
  ),
  of(
    'renameColumn',
    'a column',
    { table: 'orders', from: 'amount', to: 'total' },
    { rows: { orders: ['id', 'status'] } },
  ),
  of(
    'renameColumn',
    'of an index',
    { table: 'orders', from: 'note', to: 'Remark' },
    { rows: { orders: ['id', 'status'] } },
  ),
  of('changeType', 'longer varchar', { table: 'orders', column: 'status', from: 'varchar(20)', to: 'varchar(40)' }),
  of('changeType', 'over the border of the length byte', {
    table: 'orders',
    column: 'note',
    from: 'varchar(60)',
    to: 'varchar(200)',
  }),
  of('changeType', 'a wider number: copy', { table: 'orders', column: 'customer_id', from: 'int', to: 'bigint' }),
  of('changeType', 'of the key', { table: 'orders', column: 'id', from: 'int', to: 'bigint' }),
  of(
    'changeCollation',
    'of an indexed column',
    { table: 'orders', column: 'note', type: 'varchar(60)', from: 'utf8mb4_unicode_ci', to: 'utf8mb4_bin' },
    {
      before: `alter table orders modify note varchar(60) character set utf8mb4 collate utf8mb4_unicode_ci comment 'what the customer said'`,
    },
  ),
  of('setDefault', 'where there was none', { table: 'orders', column: 'note', default: `'none'` }),
  of('setDefault', 'another', { table: 'orders', column: 'status', default: `'paid'`, was: `'pending'` }),
  of('dropDefault', 'a default', { table: 'orders', column: 'status', was: `'pending'` }),
  of(
    'setNotNull',
    'of a column without NULL',
    { table: 'orders', column: 'note', proof: 'orders_note_nn' },
    { meanwhile: refused(`insert into orders (note) values (null)`) },
  ),
  of('dropNotNull', 'and back', { table: 'orders', column: 'status', proof: 'orders_status_nn' }),
  of('addGeneratedColumn', 'stored', {
    table: 'orders',
    column: 'gross',
    type: 'decimal(12,3)',
    expression: 'amount * 1.2',
    stored: true,
  }),
  of('addGeneratedColumn', 'virtual', {
    table: 'orders',
    column: 'gross',
    type: 'decimal(12,3)',
    expression: 'amount * 1.2',
    stored: false,
  }),
];
