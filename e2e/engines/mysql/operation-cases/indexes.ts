import { refused } from '../../checks.ts';
import { of, type OperationCase } from './operation-case.ts';

const second = `create table sales.items (id int not null, code varchar(20) not null, order_id int);
  insert into sales.items select g, concat('i', g), g from numbers.upto where g <= 2000`;
const keyed = `${second}; alter table sales.items add primary key (id)`;
const itemsRows = { 'sales.items': ['id', 'code', 'order_id'] };
const amount = 'alter table orders add constraint orders_amount_ck check (amount >= 0)';
const customer =
  'alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers (id)';

export const indexCases: readonly OperationCase[] = [
  of('createIndex', 'one column', { table: 'orders', index: 'orders_placed_idx', columns: ['placed'], unique: false }),
  of('createIndex', 'two columns, an order and a length', {
    table: 'shop.orders',
    index: 'orders_mixed_idx',
    columns: ['placed DESC', 'note(10)'],
    unique: false,
  }),
  of(
    'createIndex',
    'an expression',
    { table: 'orders', index: 'orders_lower', columns: ['lower(note)'], unique: false },
    { on: 'mysql' },
  ),
  of(
    'createIndex',
    'an expression, which it has not',
    { table: 'orders', index: 'orders_lower', columns: ['lower(note)'], unique: false },
    { on: 'mariadb', cannot: true },
  ),
  of(
    'createIndex',
    'over some rows',
    { table: 'orders', index: 'orders_paid', columns: ['placed'], unique: false, where: `status = 'paid'` },
    { cannot: true },
  ),
  of(
    'createIndex',
    'unique, other database',
    { table: 'sales.items', index: 'items_code_key', columns: ['code'], unique: true },
    { before: keyed, rows: itemsRows },
  ),
  of('createIndex', 'full text', {
    table: 'orders',
    index: 'orders_words',
    columns: ['note'],
    unique: false,
    method: 'fulltext',
  }),
  of('dropIndex', 'with definition', {
    table: 'orders',
    index: 'orders_status_idx',
    definition: 'CREATE INDEX orders_status_idx ON orders (status)',
  }),
  of('dropIndex', 'without definition', { table: 'orders', index: 'orders_status_idx' }),
  of('renameIndex', 'an index', { table: 'orders', from: 'orders_status_idx', to: 'orders_state_idx' }),
  of(
    'renameIndex',
    'in another database',
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
    { before: `${second}; create unique index items_code_key on sales.items (code)`, rows: itemsRows },
  ),
  of(
    'attachPrimaryKey',
    'over not null columns',
    { table: 'sales.items', constraint: 'items_pkey', index: 'items_id_uq', columns: ['id'] },
    {
      before: `${second}; create unique index items_id_uq on sales.items (id)`,
      rows: itemsRows,
      // Without a primary key the index orders the rows already, and MariaDB only gives it another name.
      lighterToo: true,
    },
  ),
  of(
    'addCheck',
    'a rule',
    { table: 'orders', constraint: 'orders_amount_ck', expression: 'amount >= 0' },
    { meanwhile: refused('insert into orders (amount) values (-1)') },
  ),
  of('validateConstraint', 'a check', { table: 'orders', constraint: 'orders_amount_ck' }, { before: amount }),
  of(
    'addForeignKey',
    'to customers',
    {
      table: 'orders',
      constraint: 'orders_customer_fk',
      columns: ['customer_id'],
      references: 'customers',
      referencedColumns: ['id'],
      onDelete: 'SET NULL',
    },
    {
      before: 'create index orders_customer_idx on orders (customer_id)',
      // MariaDB does it in an instant where the index is there already, and builds one where it is not.
      lighterToo: true,
      meanwhile: refused('insert into orders (customer_id) values (100000)'),
    },
  ),
  of(
    'validateConstraint',
    'a foreign key',
    { table: 'orders', constraint: 'orders_customer_fk', references: 'customers' },
    { before: customer },
  ),
  of(
    'dropConstraint',
    'a check',
    { table: 'orders', constraint: 'orders_amount_ck', definition: 'CHECK (amount >= 0)' },
    { before: amount },
  ),
  of(
    'dropConstraint',
    'a foreign key',
    {
      table: 'orders',
      constraint: 'orders_customer_fk',
      definition: 'FOREIGN KEY (customer_id) REFERENCES customers(id)',
    },
    { before: customer, lighterToo: true },
  ),
  of(
    'dropConstraint',
    'a unique one',
    { table: 'orders', constraint: 'orders_note_key', definition: 'UNIQUE (note)' },
    { before: 'alter table orders add constraint orders_note_key unique (note)' },
  ),
  of(
    'dropConstraint',
    'without definition',
    { table: 'orders', constraint: 'orders_amount_ck' },
    { before: amount, lighterToo: true },
  ),
];
