import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';
import { rows } from './rows.ts';

const customers = [
  `CREATE TABLE customers (id bigint AUTO_INCREMENT PRIMARY KEY, email varchar(60) NOT NULL, city varchar(40), country varchar(2) DEFAULT 'DE', phone varchar(30) NOT NULL DEFAULT '', language varchar(2) NOT NULL DEFAULT 'de', KEY customers_email_idx (email)) COMMENT 'people who have ordered'`,
  `CREATE VIEW customer_cities AS SELECT city, count(*) AS customers FROM customers GROUP BY city`,
  rows('customers (email, city)', `concat('c', g, '@example.org'), nullif(concat('city ', g % 7), 'city 3')`, 3000),
];
const ofCustomers = {
  schema: customers,
  scale: { table: 'customers', rows: '3000', key: 'id' },
  keepsRows: [{ table: 'customers', columns: ['id', 'email', 'city', 'country', 'phone', 'language'] }],
};
const note = { table: 'customers', column: 'note', type: 'varchar(100)', kind: 'nullable' };

const articles = [
  `CREATE TABLE articles (id bigint AUTO_INCREMENT PRIMARY KEY, code varchar(12) NOT NULL DEFAULT 'new' COMMENT 'as printed on the box', stock int NOT NULL DEFAULT 0, price varchar(20), KEY articles_stock_idx (stock), KEY articles_code_idx (code))`,
  rows('articles (code, stock, price)', `concat('a', g), g % 500, nullif(g % 90, 7)`, 3000),
];
const ofArticles = {
  schema: articles,
  scale: { table: 'articles', rows: '3000', key: 'id' },
  keepsRows: [{ table: 'articles', columns: ['id', 'code', 'stock', 'price'] }],
};

const parcels = [
  `CREATE TABLE parcels (id bigint AUTO_INCREMENT PRIMARY KEY, wgt int NOT NULL DEFAULT 100, sent_on date NOT NULL DEFAULT '2026-01-01', fax varchar(30) NOT NULL, KEY parcels_wgt_idx (wgt), KEY parcels_fax_idx (fax))`,
  rows('parcels (wgt, sent_on, fax)', `g % 900, date '2026-01-01' + interval (g % 60) day, concat('+49 ', g)`, 3000),
];
const ofParcels = {
  schema: parcels,
  scale: { table: 'parcels', rows: '3000', key: 'id' },
  keepsRows: [{ table: 'parcels', columns: ['id', 'wgt', 'sent_on', 'fax'] }],
};
const weight = {
  table: 'parcels',
  column: 'wgt',
  newColumn: 'weight_grams',
  type: 'int',
  default: '100',
  notNull: 'yes',
  indexes: 'parcels_wgt_idx',
};
const gone = { table: 'parcels', column: 'fax', notNull: 'yes', fill: `'unknown'`, indexes: 'parcels_fax_idx' };

export const columnExamples: readonly ChangeExample[] = [
  { ...ofCustomers, change: 'add-column', title: 'A note that may be missing', fields: { ...note, use: 'later' } },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A note that the next release writes',
    fields: { ...note, use: 'now' },
  },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A required level with one default, under a stack that remembers columns',
    fields: { ...note, column: 'level', type: 'int', kind: 'constant', default: '1', notNull: 'yes', use: 'now' },
    remembersColumns: true,
  },
  {
    ...ofCustomers,
    change: 'add-column',
    title: 'A region that every writer must give',
    fields: { ...note, column: 'region', kind: 'required', fill: `coalesce(city, 'unknown')` },
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
    fields: { table: 'customers', column: 'city', writers: 'no', fill: `'unknown'`, type: 'varchar(40)' },
  },
  {
    ...ofCustomers,
    change: 'drop-not-null',
    title: 'The next release writes NULL',
    fields: { table: 'customers', column: 'phone', use: 'now', fill: `''` },
  },
  {
    ...ofCustomers,
    change: 'change-default',
    title: 'Another language for new customers',
    fields: { table: 'customers', column: 'language', to: 'set', default: `'en'`, was: `'de'` },
  },
  {
    ...ofArticles,
    change: 'change-column-type',
    title: 'A longer text, in place',
    fields: { table: 'articles', column: 'code', from: 'varchar(12)', to: 'varchar(40)' },
  },
  {
    ...ofArticles,
    change: 'change-column-type',
    title: 'A larger number under the same name',
    fields: {
      table: 'articles',
      column: 'stock',
      from: 'int',
      to: 'bigint',
      names: 'swap',
      newColumn: 'stock_big',
      default: '0',
      notNull: 'yes',
      indexes: 'articles_stock_idx',
    },
  },
  {
    ...ofArticles,
    change: 'change-column-type',
    title: 'A text that becomes a number, under another name',
    fields: {
      table: 'articles',
      column: 'price',
      from: 'varchar(20)',
      to: 'int',
      names: 'new-name',
      newColumn: 'price_euro',
      expression: `CAST(nullif(regexp_replace(price, '[^0-9]', ''), '') AS SIGNED)`,
      backExpression: 'CAST(price_euro AS CHAR)',
      notNull: 'no',
    },
    converts: true,
  },
  { ...ofParcels, change: 'rename-column', title: 'A weight that says its unit', fields: weight },
  {
    ...ofParcels,
    change: 'rename-column',
    title: 'The same under a stack that remembers columns',
    fields: weight,
    remembersColumns: true,
  },
  { ...ofParcels, change: 'drop-column', title: 'A required column with an index', fields: gone },
  {
    ...ofParcels,
    change: 'replace-column',
    title: 'A wider weight',
    fields: { ...weight, newColumn: 'weight_wide', newType: 'bigint' },
  },
  {
    ...ofParcels,
    change: 'add-generated-column',
    title: 'Computed when it is read',
    fields: { table: 'parcels', column: 'kilos', type: 'decimal(12,3)', expression: 'wgt / 1000', kept: 'virtual' },
  },
];
