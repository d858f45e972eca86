import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';
import { rows } from './rows.ts';

const orders = [
  `CREATE TABLE customers (id bigint AUTO_INCREMENT PRIMARY KEY, email varchar(60) NOT NULL)`,
  `CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, customer_id bigint, code varchar(20) NOT NULL DEFAULT 'none', status varchar(20) NOT NULL DEFAULT 'pending', amount int NOT NULL DEFAULT 0, placed_on date NOT NULL DEFAULT '2026-01-01', street varchar(40), city varchar(40) NOT NULL DEFAULT 'Bonn', KEY orders_status_idx (status), KEY orders_customer_idx (customer_id))`,
  rows('customers (email)', `concat('c', g, '@example.org')`, 500),
  rows(
    'orders (customer_id, code, status, amount, placed_on, street, city)',
    `1 + g % 500, concat('code ', g), elt(1 + g % 2, 'pending', 'paid'), g, date '2020-01-01' + interval g day, nullif(concat('street ', g % 40), 'street 7'), concat('city ', g % 9)`,
    3000,
  ),
];
const ofOrders = {
  schema: orders,
  scale: { table: 'orders', rows: '3000', key: 'id' },
  keepsRows: [
    { table: 'orders', columns: ['id', 'customer_id', 'code', 'status', 'amount', 'placed_on', 'street', 'city'] },
    { table: 'customers', columns: ['id', 'email'] },
  ],
};
const key = { table: 'orders', columns: 'customer_id', references: 'customers', referencedColumns: 'id' };
const named = 'orders_customer_id_fkey';
const referring = `ALTER TABLE orders ADD CONSTRAINT ${named} FOREIGN KEY (customer_id) REFERENCES customers (id)`;
const old = { table: 'orders', where: `placed_on < '2023-01-01'` };
const large = (from: number) =>
  `CREATE OR REPLACE VIEW large_orders AS SELECT id, amount FROM orders WHERE amount > ${from}`;

export const tableExamples: readonly ChangeExample[] = [
  {
    ...ofOrders,
    change: 'add-index',
    title: 'Over two columns',
    fields: { table: 'orders', index: 'orders_status_day_idx', columns: 'status, placed_on' },
  },
  {
    ...ofOrders,
    change: 'drop-index',
    title: 'With its columns known',
    fields: { table: 'orders', index: 'orders_status_idx', columns: 'status', unique: 'no' },
  },
  {
    ...ofOrders,
    change: 'add-unique-constraint',
    title: 'One code for each order',
    fields: { table: 'orders', columns: 'code', constraint: 'orders_code_key' },
    schema: [...orders.slice(0, 1), (orders[1] ?? '').replace(`DEFAULT 'none'`, ''), ...orders.slice(2)],
  },
  {
    ...ofOrders,
    change: 'add-check',
    title: 'No negative amount',
    fields: { table: 'orders', constraint: 'orders_amount_not_negative', expression: 'amount >= 0' },
  },
  {
    ...ofOrders,
    change: 'add-foreign-key',
    title: 'With an index that is there',
    fields: { ...key, indexed: 'yes', onDelete: 'restrict', constraint: named },
  },
  {
    ...ofOrders,
    change: 'drop-foreign-key',
    title: 'Orders that outlive their customer',
    schema: [...orders, referring],
    fields: { ...key, constraint: named },
  },
  {
    ...ofOrders,
    change: 'backfill-data',
    title: 'Codes in capitals, only where they are not',
    fields: {
      table: 'orders',
      column: 'code',
      expression: 'upper(code)',
      where: 'CAST(code AS BINARY) <> CAST(upper(code) AS BINARY)',
      type: 'varchar(20)',
    },
  },
  {
    ...ofOrders,
    change: 'delete-rows',
    title: 'Old orders go to an archive',
    fields: { ...old, keep: 'archive', archive: 'orders_before_2023' },
  },
  { ...ofOrders, change: 'delete-rows', title: 'Old orders go for good', fields: { ...old, keep: 'none' } },
  {
    ...ofOrders,
    change: 'create-table',
    title: 'A table of notes on orders, used later',
    fields: {
      newTable: 'order_notes',
      columns: `id bigint AUTO_INCREMENT PRIMARY KEY, order_id bigint NOT NULL, note varchar(100) NOT NULL DEFAULT '', FOREIGN KEY (order_id) REFERENCES orders (id)`,
      use: 'later',
    },
  },
  { ...ofOrders, change: 'drop-table', title: 'Hidden by another name', fields: { table: 'orders', hide: 'rename' } },
  {
    ...ofOrders,
    change: 'rename-table',
    title: 'Orders become purchases',
    fields: { table: 'orders', newName: 'purchases' },
  },
  {
    ...ofOrders,
    change: 'split-table',
    title: 'Addresses leave the orders, one column NOT NULL',
    fields: {
      table: 'orders',
      newTable: 'order_addresses',
      columns: 'street, city',
      newKey: 'id',
      definition: `id bigint PRIMARY KEY, street varchar(40), city varchar(40) NOT NULL`,
      notNull: 'city',
    },
  },
  {
    ...ofOrders,
    change: 'change-routine',
    title: 'A view shows more rows',
    schema: [...orders, large(500)],
    fields: { kind: 'view', name: 'large_orders', definition: large(400), was: large(500) },
  },
  {
    change: 'merge-tables',
    title: 'Suppliers become parties, whose keys clash with theirs',
    schema: [
      `CREATE TABLE parties (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL, email varchar(60))`,
      `CREATE TABLE suppliers (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL, email varchar(60))`,
      rows('parties (name, email)', `concat('party ', g), concat('party', g, '@example.org')`, 1000),
      rows('suppliers (name, email)', `concat('supplier ', g), nullif(concat('s', g), 's9')`, 1500),
    ],
    fields: {
      table: 'suppliers',
      into: 'parties',
      columns: 'name, email',
      label: 'origin',
      mapping: 'supplier_id',
      keyType: 'bigint',
    },
    scale: { table: 'suppliers', rows: '1500', key: 'id' },
    keepsRows: [
      { table: 'suppliers', columns: ['id', 'name', 'email'] },
      { table: 'parties', columns: ['id', 'name'] },
    ],
  },
  {
    ...ofOrders,
    change: 'something-else',
    title: 'A setting of the table, with the way back written down',
    fields: {
      what: 'Sample more pages for the statistics of orders',
      statements: 'ALTER TABLE orders STATS_SAMPLE_PAGES = 40',
      undo: 'ALTER TABLE orders STATS_SAMPLE_PAGES = DEFAULT',
      loses: 'nothing',
      objects: 'orders',
    },
  },
];
