import { each, none, of, type OperationCase, refused, write } from './operation-case.ts';

const withoutNote = { orders: ['id', 'customer_id', 'status', 'amount', 'placed', 'state'] };

export const columnCases: readonly OperationCase[] = [
  of('addColumn', 'nullable', { table: 'orders', column: 'extra', type: 'text', nullable: true }),
  of('addColumn', 'a reserved word with a capital, schema typed', {
    table: 'public.orders',
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
  of('addColumn', 'stable default', {
    table: 'orders',
    column: 'seen',
    type: 'timestamptz',
    nullable: true,
    default: 'now()',
  }),
  of(
    'addColumn',
    'volatile default, nullable',
    { table: 'orders', column: 'nonce', type: 'double precision', nullable: true, default: 'random()' },
    {
      meanwhile: each(
        write(`insert into orders (customer_id) values (1)`),
        none('new rows without a value', `select count(*) from orders where id > 3000 and nonce is null`),
        write(`delete from orders where id > 3000`),
      ),
    },
  ),
  of('addColumn', 'volatile default, not null: rewrite', {
    table: 'orders',
    column: 'nonce',
    type: 'double precision',
    nullable: false,
    default: 'random()',
  }),
  of(
    'addColumn',
    'a default that is not known',
    { table: 'orders', column: 'made', type: 'text', nullable: true, default: 'my_own()' },
    {
      before: `create function my_own() returns text language sql volatile as $$ select 'x' $$`,
    },
  ),
  of('addColumn', 'serial: rewrite', { table: 'orders', column: 'number', type: 'bigserial', nullable: false }),
  of(
    'addColumn',
    'not null without default',
    { table: 'orders', column: 'extra', type: 'int', nullable: false },
    { cannot: true },
  ),
  of('dropColumn', 'without definition', { table: 'customers', column: 'email' }),
  of(
    'dropColumn',
    'with definition',
    { table: 'orders', column: 'placed', definition: 'timestamptz DEFAULT now()' },
    { rows: { orders: ['id', 'status'] } },
  ),
  of(
    'dropColumn',
    'not null with default',
    { table: 'sales.items', column: 'kind', definition: `varchar(9) NOT NULL DEFAULT 'a'` },
    {
      before: `create table sales.items (id int primary key, kind varchar(9) not null default 'a'); insert into sales.items select generate_series(1, 500)`,
    },
  ),
  of('renameColumn', 'a column', { table: 'orders', from: 'note', to: 'remark' }),
  of('changeType', 'varchar to text', { table: 'orders', column: 'note', from: 'text', to: 'varchar' }),
  of('changeType', 'int to bigint: rewrite', { table: 'orders', column: 'customer_id', from: 'int', to: 'bigint' }),
  of('changeType', 'longer varchar', { table: 'orders', column: 'status', from: 'varchar(20)', to: 'varchar(40)' }),
  of(
    'changeType',
    'by an expression: rewrite',
    { table: 'orders', column: 'note', from: 'text', to: 'integer', using: `substr(note, 2)::integer` },
    {
      rows: withoutNote,
    },
  ),
  of('changeCollation', 'of an indexed column', { table: 'orders', column: 'note', type: 'text', to: 'C' }),
  of('setDefault', 'where there was none', { table: 'orders', column: 'note', default: `'none'` }),
  of('setDefault', 'another', { table: 'orders', column: 'status', default: `'paid'`, was: `'pending'` }),
  of('dropDefault', 'a default', { table: 'orders', column: 'status', was: `'pending'` }),
  of(
    'setNotNull',
    'proved',
    { table: 'orders', column: 'note', proof: 'orders_note_nn' },
    {
      meanwhile: refused(`insert into orders (note) values (null)`),
    },
  ),
  of(
    'setNotNull',
    'version not given',
    { table: 'orders', column: 'note', proof: 'orders_note_nn' },
    { versionNotGiven: true },
  ),
  of('dropNotNull', 'and proved again', { table: 'orders', column: 'status', proof: 'orders_status_nn' }),
  of('addGeneratedColumn', 'stored: rewrite', {
    table: 'orders',
    column: 'gross',
    type: 'numeric',
    expression: 'amount * 1.2',
    stored: true,
  }),
  of(
    'addGeneratedColumn',
    'virtual',
    { table: 'orders', column: 'gross', type: 'numeric', expression: 'amount * 1.2', stored: false },
    { since: 18 },
  ),
  of(
    'addGeneratedColumn',
    'virtual, too old',
    { table: 'orders', column: 'gross', type: 'numeric', expression: 'amount * 1.2', stored: false },
    { until: 17, cannot: true },
  ),
];
