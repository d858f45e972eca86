import type { LockMode } from '#knowledge/engines/postgresql/observe/index.ts';

/** What a statement is known to do, as measured before. Left out: nothing of that kind. */
export interface ObserveCase {
  readonly does: string;
  readonly before?: string;
  readonly text: string;
  readonly since?: number;
  readonly locks: Readonly<Record<string, LockMode>>;
  readonly rewritten?: readonly string[];
  readonly scanned?: readonly string[];
  readonly indexed?: readonly string[];
  readonly changed?: readonly string[];
  readonly transaction?: 'refused';
  readonly error?: string;
}

const orders = 'shop.orders';
const customers = 'shop.customers';
const foreignKey =
  'alter table shop.orders add constraint orders_customer_fk foreign key (customer_id) references shop.customers (id)';
const parts = `create table shop.events (id int not null) partition by range (id);
  create table shop.events_1 partition of shop.events for values from (0) to (100); insert into shop.events select generate_series(0, 99)`;

/** Made anew for each case. */
export const schema = `
  drop schema if exists shop cascade;
  create schema shop;
  create table shop.customers (id int primary key, email varchar(50));
  create table shop.orders (id int primary key, customer_id int, status varchar(20) not null default 'pending', note text);
  insert into shop.customers select g, 'c' || g from generate_series(1, 100) g;
  insert into shop.orders select g, (g % 100) + 1, 'paid', 'n' || g from generate_series(1, 2000) g;
  create index orders_status on shop.orders (status);
  analyze shop.orders;
  analyze shop.customers`;

export const cases: readonly ObserveCase[] = [
  {
    does: 'add a column that may be null',
    text: 'alter table shop.orders add column x int',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
  },
  {
    does: 'add a column with a constant default',
    text: 'alter table shop.orders add column x int not null default 5',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
  },
  {
    does: 'add a column with a volatile default',
    text: 'alter table shop.orders add column x double precision default random()',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
    rewritten: [orders],
    scanned: [orders],
    indexed: [orders],
  },
  {
    does: 'widen a varchar',
    text: 'alter table shop.orders alter column status type varchar(40)',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
  },
  {
    does: 'turn an integer into a bigint',
    text: 'alter table shop.orders alter column customer_id type bigint',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
    rewritten: [orders],
    scanned: [orders],
    indexed: [orders],
  },
  {
    does: 'build an index',
    text: 'create index orders_note on shop.orders (note)',
    locks: { [orders]: 'SHARE' },
    scanned: [orders],
    indexed: [orders],
  },
  {
    does: 'build an index concurrently',
    text: 'create index concurrently orders_note on shop.orders (note)',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' },
    scanned: [orders],
    indexed: [orders],
    transaction: 'refused',
  },
  {
    does: 'fail to build a unique index concurrently',
    text: 'create unique index concurrently orders_status_unique on shop.orders (status)',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' },
    scanned: [orders],
    indexed: [orders],
    transaction: 'refused',
    error: '23505',
  },
  {
    does: 'drop an index concurrently',
    text: 'drop index concurrently shop.orders_status',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' },
    transaction: 'refused',
  },
  {
    does: 'rebuild an index concurrently',
    text: 'reindex index concurrently shop.orders_status',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' },
    scanned: [orders],
    indexed: [orders],
    transaction: 'refused',
  },
  { does: 'vacuum', text: 'vacuum shop.orders', locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' }, transaction: 'refused' },
  {
    does: 'vacuum full',
    text: 'vacuum full shop.orders',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
    rewritten: [orders],
    scanned: [orders],
    indexed: [orders],
    transaction: 'refused',
  },
  {
    does: 'detach a partition concurrently',
    before: parts,
    text: 'alter table shop.events detach partition shop.events_1 concurrently',
    since: 14,
    locks: { 'shop.events': 'SHARE UPDATE EXCLUSIVE', 'shop.events_1': 'ACCESS EXCLUSIVE' },
    transaction: 'refused',
  },
  {
    does: 'add a foreign key without proof',
    text: `${foreignKey} not valid`,
    locks: { [orders]: 'SHARE ROW EXCLUSIVE', [customers]: 'SHARE ROW EXCLUSIVE' },
  },
  {
    does: 'prove a foreign key',
    before: `${foreignKey} not valid`,
    text: 'alter table shop.orders validate constraint orders_customer_fk',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE', [customers]: 'ROW SHARE' },
    scanned: [customers, orders],
  },
  {
    does: 'drop a foreign key',
    before: foreignKey,
    text: 'alter table shop.orders drop constraint orders_customer_fk',
    locks: { [orders]: 'ACCESS EXCLUSIVE', [customers]: 'ACCESS EXCLUSIVE' },
  },
  {
    does: 'set not null',
    text: 'alter table shop.orders alter column note set not null',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
    scanned: [orders],
  },
  {
    does: 'set not null, proved by a check',
    before: 'alter table shop.orders add constraint note_given check (note is not null)',
    text: 'alter table shop.orders alter column note set not null',
    locks: { [orders]: 'ACCESS EXCLUSIVE' },
  },
  {
    does: 'prove a check',
    before: 'alter table shop.orders add constraint note_given check (note is not null) not valid',
    text: 'alter table shop.orders validate constraint note_given',
    locks: { [orders]: 'SHARE UPDATE EXCLUSIVE' },
    scanned: [orders],
  },
  {
    does: 'change rows by key',
    text: `update shop.orders set note = 'x' where id between 10 and 20`,
    locks: { [orders]: 'ROW EXCLUSIVE' },
    changed: [orders],
  },
  {
    does: 'refuse a column that is there',
    text: 'alter table shop.orders add column note text',
    locks: {},
    error: '42701',
  },
];
