import { each, none, of, type OperationCase, write } from './operation-case.ts';

const touch = (what: string) =>
  `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := '${what}'; RETURN NEW; END $$`;
const trigger = (when: string) =>
  `CREATE TRIGGER touched BEFORE ${when} ON public.orders FOR EACH ROW EXECUTE FUNCTION touch()`;

export const otherCases: readonly OperationCase[] = [
  of('addEnumValue', 'after another', { type: 'order_state', value: "won't pay", after: 'pending' }),
  of('renameEnumValue', 'a value', { type: 'order_state', from: 'paid', to: 'settled' }),
  of('createEnum', 'a type', { type: 'sales.mood', values: ['good', "not so good; isn't it"] }),
  of(
    'dropEnum',
    'with its values',
    { type: 'mood', values: ['a', 'b'] },
    { before: `create type mood as enum ('a', 'b')` },
  ),
  of('dropEnum', 'without', { type: 'mood' }, { before: `create type mood as enum ('a', 'b')` }),
  of(
    'replaceRoutine',
    'a view by a query',
    {
      kind: 'view',
      name: 'paid',
      definition: `SELECT id, note FROM orders WHERE status = 'paid' AND amount > 0;`,
      was: `SELECT id, note FROM orders WHERE status = 'paid'`,
      table: 'orders',
    },
    {
      before: `create view paid as select id, note from orders where status = 'paid'`,
    },
  ),
  of(
    'replaceRoutine',
    'a view, was not known',
    {
      kind: 'view',
      name: 'paid',
      definition: `CREATE VIEW paid AS SELECT id, note FROM orders WHERE amount > 0`,
      table: 'orders',
    },
    {
      before: `create view paid as select id, note from orders where status = 'paid'`,
    },
  ),
  of(
    'replaceRoutine',
    'a function',
    { kind: 'function', name: 'touch', definition: touch('new'), was: touch('old') },
    { before: touch('old') },
  ),
  of(
    'replaceRoutine',
    'a function, was not known',
    { kind: 'function', name: 'touch', definition: touch('new') },
    { before: touch('old') },
  ),
  of(
    'replaceRoutine',
    'a trigger',
    { kind: 'trigger', name: 'touched', definition: trigger('INSERT'), was: trigger('UPDATE'), table: 'orders' },
    {
      before: `${touch('old')}; ${trigger('UPDATE')}`,
    },
  ),
  of('createExtension', 'an extension', { extension: 'pg_trgm' }),
  of('createExtension', 'a version of it', { extension: 'pg_trgm', version: '1.4' }),
  of(
    'updateExtension',
    'an extension',
    { extension: 'pg_trgm', from: '1.3', to: '1.4' },
    { before: `create extension pg_trgm version '1.3'` },
  ),
  of('widenSequence', 'a serial', { sequence: 'orders_id_seq', from: 'integer', to: 'bigint' }),
  of(
    'moveSequence',
    'to another column',
    { table: 'orders', sequence: 'orders_id_seq', from: 'id', to: 'id_big' },
    {
      before: 'alter table orders add column id_big bigint',
    },
  ),
  ...(['always', 'by default'] as const).map((kind) =>
    of(
      'moveSequence',
      `identity ${kind}`,
      { table: 'sales.tickets', sequence: 'tickets_number_seq', from: 'number', to: 'number_big', identity: true },
      {
        before: `create table sales.tickets (number int generated ${kind} as identity (start with 7 increment by 3 cache 5), what text);
        grant usage on sequence sales.tickets_number_seq to app; insert into sales.tickets (what) select 't' || g from generate_series(1, 50) g;
        alter table sales.tickets add column number_big bigint not null default 0; update sales.tickets set number_big = number;
        alter table sales.tickets alter column number_big drop default`,
        rows: { 'sales.tickets': ['number', 'number_big', 'what'] },
        meanwhile: each(
          write(`alter table sales.tickets alter column number drop not null`),
          write(`insert into sales.tickets (what) values ('new')`),
          none(
            'numbers that do not go on',
            `select (7 + 50 * 3) - max(number_big) from sales.tickets where what = 'new' and number is null`,
          ),
          write(`delete from sales.tickets where what = 'new'`),
          write(`alter table sales.tickets alter column number set not null`),
        ),
      },
    ),
  ),
  of('publish', 'two tables', { publication: 'stream', tables: ['orders', 'customers'] }),
  of('upgradeServer', 'elsewhere', { from: '14', to: '18' }),
];
