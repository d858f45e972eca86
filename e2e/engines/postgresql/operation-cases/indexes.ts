import { of, type OperationCase, refused } from './operation-case.ts';

const second = `create table sales.items (id int not null, code text not null, order_id int); insert into sales.items select g, 'i' || g, g from generate_series(1, 2000) g`;
const itemsRows = { 'sales.items': ['id', 'code', 'order_id'] };

export const indexCases: readonly OperationCase[] = [
  of('createIndex', 'one column', { table: 'orders', index: 'orders_placed_idx', columns: ['placed'], unique: false }),
  of('createIndex', 'expression, order, filter', {
    table: 'public.orders',
    index: 'orders_mixed_idx',
    columns: ['lower(note)', 'placed DESC'],
    unique: false,
    where: `status = 'paid'`,
  }),
  of(
    'createIndex',
    'unique, other schema',
    { table: 'sales.items', index: 'items_code_key', columns: ['code'], unique: true },
    { before: second, rows: itemsRows },
  ),
  of('createIndex', 'method and collation', {
    table: 'orders',
    index: 'orders_note_c',
    columns: ['note'],
    unique: false,
    method: 'btree',
    collation: 'C',
  }),
  of('dropIndex', 'with definition', {
    table: 'orders',
    index: 'orders_status_idx',
    definition: 'CREATE INDEX orders_status_idx ON public.orders USING btree (status)',
  }),
  of('dropIndex', 'without definition', { table: 'orders', index: 'orders_status_idx' }),
  of('renameIndex', 'an index', { table: 'orders', from: 'orders_status_idx', to: 'orders_state_idx' }),
  of(
    'renameIndex',
    'in another schema',
    { table: 'sales.items', from: 'items_code_idx', to: 'items_codes' },
    { before: `${second}; create index items_code_idx on sales.items (code)`, rows: itemsRows },
  ),
  of(
    'attachUnique',
    'under another name',
    { table: 'orders', constraint: 'orders_note_key', index: 'orders_note_uq', columns: ['note'] },
    {
      before: 'create unique index orders_note_uq on orders (note)',
      meanwhile: refused(`insert into orders (note) values ('n1')`),
    },
  ),
  of(
    'attachUnique',
    'under its own name',
    { table: 'sales.items', constraint: 'items_code_key', index: 'items_code_key', columns: ['code'] },
    {
      before: `${second}; create unique index items_code_key on sales.items (code)`,
      rows: itemsRows,
    },
  ),
  of(
    'attachPrimaryKey',
    'over not null columns',
    { table: 'sales.items', constraint: 'items_pkey', index: 'items_id_uq', columns: ['id'] },
    {
      before: `${second}; create unique index items_id_uq on sales.items (id)`,
      rows: itemsRows,
    },
  ),
  of(
    'addCheck',
    'unproved',
    { table: 'orders', constraint: 'orders_amount_ck', expression: 'amount >= 0' },
    {
      meanwhile: refused('insert into orders (amount) values (-1)'),
    },
  ),
  of(
    'validateConstraint',
    'a check',
    { table: 'orders', constraint: 'orders_amount_ck' },
    {
      before: 'alter table orders add constraint orders_amount_ck check (amount >= 0) not valid',
    },
  ),
  of(
    'addForeignKey',
    'unproved',
    {
      table: 'orders',
      constraint: 'orders_customer_fk',
      columns: ['customer_id'],
      references: 'customers',
      referencedColumns: ['id'],
      onDelete: 'SET NULL',
    },
    { meanwhile: refused('insert into orders (customer_id) values (100000)') },
  ),
  of(
    'validateConstraint',
    'a foreign key',
    { table: 'orders', constraint: 'orders_customer_fk', references: 'customers' },
    {
      before:
        'alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers (id) not valid',
    },
  ),
  of(
    'dropConstraint',
    'a check',
    { table: 'orders', constraint: 'orders_amount_ck', definition: 'CHECK (amount >= 0)' },
    {
      before: 'alter table orders add constraint orders_amount_ck check (amount >= 0)',
    },
  ),
  of(
    'dropConstraint',
    'a foreign key',
    {
      table: 'orders',
      constraint: 'orders_customer_fk',
      definition: 'FOREIGN KEY (customer_id) REFERENCES customers(id)',
    },
    {
      before:
        'alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers (id)',
    },
  ),
  of(
    'dropConstraint',
    'a foreign key, parent first',
    {
      table: 'orders',
      constraint: 'orders_customer_fk',
      definition: 'FOREIGN KEY (customer_id) REFERENCES customers(id)',
      lockFirst: ['customers', 'orders'],
    },
    {
      before:
        'alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers (id)',
    },
  ),
  of(
    'dropConstraint',
    'a unique one',
    { table: 'orders', constraint: 'orders_note_key', definition: 'UNIQUE (note)' },
    {
      before: 'alter table orders add constraint orders_note_key unique (note)',
    },
  ),
  of(
    'dropConstraint',
    'without definition',
    { table: 'orders', constraint: 'orders_amount_ck' },
    {
      before: 'alter table orders add constraint orders_amount_ck check (amount >= 0)',
    },
  ),
];
