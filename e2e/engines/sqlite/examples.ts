import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';

/** `count` rows, each made from its number `n`. */
const rows = (count: number, insert: string): string =>
  `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count}) ${insert} FROM numbers`;

const customers = [
  `CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL, city TEXT, country TEXT DEFAULT 'DE', language TEXT NOT NULL DEFAULT 'de')`,
  `CREATE INDEX customers_email_idx ON customers (email)`,
  `CREATE VIEW customer_mail AS SELECT id, email FROM customers`,
  rows(
    900,
    `INSERT INTO customers (email, city) SELECT 'c' || n || '@example.org', nullif('city ' || n % 7, 'city 3')`,
  ),
];
const ofCustomers = {
  schema: customers,
  scale: { table: 'customers', rows: '900', key: 'id' },
  keepsRows: [{ table: 'customers', columns: ['id', 'email', 'city', 'country', 'language'] }],
};

const orders = [
  `CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL)`,
  `CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INT, status TEXT NOT NULL DEFAULT 'pending', placed_on DATE NOT NULL DEFAULT '2026-01-01', amount REAL, street TEXT)`,
  `CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INT NOT NULL CONSTRAINT items_order REFERENCES orders (id) ON DELETE CASCADE, pieces INT NOT NULL DEFAULT 1)`,
  `CREATE INDEX orders_status_idx ON orders (status)`,
  `CREATE INDEX orders_day_idx ON orders (placed_on, status)`,
  `CREATE VIEW orders_by_day AS SELECT placed_on, count(*) AS placed FROM orders GROUP BY placed_on`,
  rows(50, `INSERT INTO customers SELECT n, 'customer ' || n`),
  rows(
    1500,
    `INSERT INTO orders (customer_id, status, amount, street) SELECT 1 + n % 50, CASE n % 2 WHEN 0 THEN 'paid' ELSE 'sent' END, n * 1.0, CASE n % 3 WHEN 0 THEN NULL ELSE 'street ' || n % 40 END`,
  ),
  rows(700, `INSERT INTO items SELECT n, n, n % 5`),
];
const ofOrders = {
  schema: orders,
  scale: { table: 'orders', rows: '1500', key: 'id' },
  keepsRows: [
    { table: 'orders', columns: ['id', 'customer_id', 'status', 'placed_on', 'amount', 'street'] },
    { table: 'items', columns: ['id', 'order_id', 'pieces'] },
  ],
};
const status = {
  table: 'orders',
  default: `'pending'`,
  notNull: 'yes',
  indexes: 'orders_status_idx, orders_day_idx (placed_on, status)',
};

const columnExamples: readonly ChangeExample[] = [
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A note that the next release writes',
    fields: { table: 'customers', column: 'note', type: 'TEXT', kind: 'nullable', use: 'now' },
  },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A required level with one default, under a stack that remembers columns',
    fields: {
      table: 'customers',
      column: 'level',
      type: 'INTEGER',
      kind: 'constant',
      default: '1',
      notNull: 'yes',
      use: 'now',
    },
    remembersColumns: true,
  },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'The moment, where a default with the clock is refused',
    fields: {
      table: 'customers',
      column: 'seen',
      type: 'TEXT',
      kind: 'computed',
      default: 'CURRENT_TIMESTAMP',
      notNull: 'yes',
      use: 'now',
    },
  },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A region that every writer must give',
    fields: { table: 'customers', column: 'region', type: 'TEXT', kind: 'required', fill: `coalesce(city, 'unknown')` },
  },
  {
    ...ofCustomers,
    change: 'set-not-null',
    title: 'A column that every writer fills',
    fields: { table: 'customers', column: 'country', writers: 'yes', default: `'DE'` },
  },
  {
    ...ofCustomers,
    change: 'set-not-null',
    title: 'A column with gaps that some writers leave',
    fields: { table: 'customers', column: 'city', writers: 'no', fill: `'unknown'`, type: 'TEXT' },
  },
  {
    ...ofCustomers,
    change: 'drop-not-null',
    title: 'The next release writes NULL',
    fields: { table: 'customers', column: 'email', use: 'now', fill: `''` },
  },
  {
    ...ofCustomers,
    change: 'change-default',
    title: 'Another language for new customers',
    fields: { table: 'customers', column: 'language', to: 'set', default: `'en'`, was: `'de'` },
  },
  {
    ...ofCustomers,
    change: 'change-default',
    title: 'No default any more',
    fields: { table: 'customers', column: 'language', to: 'drop', was: `'de'`, notNull: 'yes' },
  },
  {
    ...ofCustomers,
    change: 'change-collation',
    title: 'Cities without regard to case, on a small table',
    fields: { table: 'customers', column: 'city', type: 'TEXT', from: 'BINARY', to: 'NOCASE' },
  },
  {
    ...ofCustomers,
    change: 'change-column-type',
    title: 'A longer text, which is the same to SQLite',
    fields: { table: 'customers', column: 'city', from: 'TEXT', to: 'VARCHAR(40)' },
  },
  {
    ...ofOrders,
    change: 'change-column-type',
    title: 'An amount that becomes a text, under another name',
    fields: {
      table: 'orders',
      column: 'amount',
      from: 'REAL',
      to: 'TEXT',
      names: 'new-name',
      newColumn: 'amount_text',
      expression: 'CAST(amount AS TEXT)',
      backExpression: 'CAST(amount_text AS REAL)',
      notNull: 'no',
    },
    converts: true,
  },
  {
    ...ofOrders,
    change: 'replace-column',
    title: 'A required status with a default and two indexes',
    fields: { ...status, column: 'status', newColumn: 'status_v2', newType: 'TEXT', type: 'TEXT' },
  },
  {
    ...ofOrders,
    change: 'replace-column',
    title: 'The same under a stack that remembers columns',
    fields: { ...status, column: 'status', newColumn: 'status_v2', newType: 'TEXT', type: 'TEXT' },
    remembersColumns: true,
  },
  {
    ...ofOrders,
    change: 'rename-column',
    title: 'A status that is called a state',
    fields: { ...status, column: 'status', newColumn: 'state', type: 'TEXT' },
  },
  {
    ...ofCustomers,
    change: 'drop-column',
    title: 'A column with a default, under a stack that remembers columns',
    fields: { table: 'customers', column: 'language', notNull: 'yes', default: `'de'` },
    remembersColumns: true,
  },
  {
    ...ofCustomers,
    change: 'widen-key',
    title: 'A key that has 64 bits already',
    fields: { table: 'customers', column: 'id', from: 'INTEGER', to: 'BIGINT', source: 'application' },
  },
  {
    ...ofOrders,
    change: 'add-generated-column',
    title: 'Stored in every row',
    fields: { table: 'orders', column: 'gross', type: 'REAL', expression: 'amount * 1.2', kept: 'stored' },
  },
  {
    ...ofOrders,
    change: 'add-generated-column',
    title: 'Computed when it is read',
    fields: { table: 'orders', column: 'gross', type: 'REAL', expression: 'amount * 1.2', kept: 'virtual' },
  },
];

const tableExamples: readonly ChangeExample[] = [
  {
    ...ofOrders,
    change: 'add-index',
    title: 'Only over paid orders',
    fields: { table: 'orders', index: 'orders_paid_idx', columns: 'placed_on', where: `status = 'paid'` },
  },
  {
    ...ofOrders,
    change: 'drop-index',
    title: 'With its columns known',
    fields: { table: 'orders', index: 'orders_status_idx', columns: 'status', unique: 'no' },
  },
  {
    ...ofCustomers,
    change: 'add-unique-constraint',
    title: 'One address once',
    fields: { table: 'customers', columns: 'email, id', constraint: 'customers_email_key' },
  },
  {
    ...ofOrders,
    change: 'add-check',
    title: 'No negative amount',
    fields: { table: 'orders', constraint: 'orders_amount_known', expression: 'amount >= 0' },
  },
  {
    ...ofOrders,
    change: 'add-foreign-key',
    title: 'With an index that is built first',
    fields: {
      table: 'orders',
      columns: 'customer_id',
      references: 'customers',
      referencedColumns: 'id',
      indexed: 'no',
      onDelete: 'restrict',
    },
  },
  {
    ...ofOrders,
    schema: [
      ...orders.slice(0, 2),
      `CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INT NOT NULL, pieces INT NOT NULL DEFAULT 1, CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE)`,
      ...orders.slice(3),
    ],
    change: 'drop-foreign-key',
    title: 'Items that outlive their order',
    fields: {
      table: 'items',
      constraint: 'items_order',
      columns: 'order_id',
      references: 'orders',
      referencedColumns: 'id',
      onDelete: 'cascade',
    },
  },
  {
    change: 'add-primary-key',
    title: 'A table that never had a key',
    schema: [
      `CREATE TABLE readings (station INT NOT NULL, number INT NOT NULL, value REAL)`,
      rows(800, 'INSERT INTO readings SELECT n % 12, n, n / 2.0'),
    ],
    fields: { table: 'readings', columns: 'station, number', notNull: 'yes' },
    keepsRows: [{ table: 'readings', columns: ['number', 'station', 'value'] }],
  },
  {
    ...ofOrders,
    change: 'create-table',
    title: 'A table of notes, used by the release that follows',
    fields: {
      newTable: 'order_notes',
      columns: `id INTEGER PRIMARY KEY, order_id INT NOT NULL REFERENCES orders (id), note TEXT NOT NULL DEFAULT ''`,
      use: 'now',
    },
  },
  {
    ...ofOrders,
    change: 'drop-table',
    title: 'Hidden by another name first',
    fields: { table: 'items', hide: 'rename' },
  },
  {
    ...ofOrders,
    change: 'rename-table',
    title: 'Orders become purchases, with items and a view that name them',
    fields: { table: 'orders', newName: 'purchases' },
  },
  {
    ...ofOrders,
    change: 'split-table',
    title: 'A street leaves the orders',
    fields: {
      table: 'orders',
      newTable: 'order_streets',
      columns: 'street',
      newKey: 'id',
      definition: 'id INTEGER PRIMARY KEY, street TEXT',
    },
  },
  {
    ...ofOrders,
    change: 'backfill-data',
    title: 'A missing street becomes unknown',
    fields: {
      table: 'orders',
      column: 'street',
      expression: `coalesce(street, 'unknown')`,
      where: 'street IS NULL',
      type: 'TEXT',
    },
  },
  {
    ...ofOrders,
    change: 'delete-rows',
    title: 'Items go to an archive',
    fields: { table: 'items', where: 'id <= 300', keep: 'archive', archive: 'items_before' },
  },
  {
    ...ofOrders,
    change: 'change-routine',
    title: 'A view shows more',
    fields: {
      kind: 'view',
      name: 'orders_by_day',
      definition:
        'CREATE VIEW orders_by_day AS SELECT placed_on, count(*) AS placed, sum(amount) AS amount FROM orders GROUP BY placed_on',
      was: 'CREATE VIEW orders_by_day AS SELECT placed_on, count(*) AS placed FROM orders GROUP BY placed_on',
    },
  },
];

/** Changes that have a way of their own on SQLite. */
export const examples: readonly ChangeExample[] = [...columnExamples, ...tableExamples];
