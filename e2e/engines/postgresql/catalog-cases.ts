/** A change of the schema and the lines that differ after it. */
export interface CatalogCase {
  readonly does: string;
  readonly text: string;
  readonly since?: number;
  readonly options?: { readonly columnOrder: boolean };
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** One of each kind of thing that the catalog reads. */
export const richSchema = `
  do $$ begin if to_regrole('reader') is null then create role reader; end if; end $$;
  drop publication if exists sales;
  create type shop.mood as enum ('sad', 'ok');
  create domain shop.positive as int check (value > 0);
  create type shop.pair as (a int, b text);
  create sequence shop.numbers as bigint increment 2 owned by shop.orders.id;
  create table shop.log (id int generated always as identity, at timestamptz default now(), mood shop.mood, twice int generated always as (1 * 2) stored);
  create function shop.touch() returns trigger language plpgsql as $f$ begin
    return new; end $f$;
  create procedure shop.nothing() language sql as 'select 1';
  create aggregate shop.total(int) (sfunc = int4pl, stype = int, initcond = '0');
  create trigger touch before update on shop.orders for each row execute function shop.touch();
  create view shop.paid as select id, status from shop.orders where status = 'paid';
  create materialized view shop.counts as select status, count(*) from shop.orders group by status;
  create statistics shop.together on customer_id, status from shop.orders;
  create rule quiet as on delete to shop.log do instead nothing;
  alter table shop.orders add constraint orders_customer_fk foreign key (customer_id) references shop.customers (id);
  alter table shop.orders set (fillfactor = 80);
  alter table shop.orders enable row level security;
  create policy own on shop.orders for select to reader using (customer_id > 0);
  grant select on shop.orders to reader;
  grant update (note) on shop.orders to reader;
  grant usage on schema shop to reader;
  comment on column shop.orders.note is 'what the customer said';
  create publication sales for table shop.orders;
  create table shop.parts (id int not null) partition by range (id);
  create table shop.parts_1 partition of shop.parts for values from (0) to (100)`;

const note = 'column shop.orders.note text';

export const catalogCases: readonly CatalogCase[] = [
  { does: 'nothing differs when nothing was done', text: 'select 1', gone: [], come: [] },
  {
    does: 'a column that comes back has lost its comment and grants',
    text: 'alter table shop.orders drop column note; alter table shop.orders add column note text',
    gone: [
      `comment on table column shop.orders.note 'what the customer said'`,
      'grant on column shop.orders.note to reader: UPDATE',
    ],
    come: [],
  },
  {
    does: 'its position is seen when asked for',
    text: 'alter table shop.log drop column at; alter table shop.log add column at timestamptz default now()',
    options: { columnOrder: true },
    gone: [
      'column shop.log.at (2) timestamp with time zone default now()',
      'column shop.log.mood (3) shop.mood',
      'column shop.log.twice (4) integer generated stored (1 * 2)',
    ],
    come: [
      'column shop.log.at (4) timestamp with time zone default now()',
      'column shop.log.mood (2) shop.mood',
      'column shop.log.twice (3) integer generated stored (1 * 2)',
    ],
  },
  {
    does: 'not null and default',
    text: `alter table shop.orders alter column note set default 'x'`,
    gone: [note],
    come: [`${note} default 'x'::text`],
  },
  {
    does: 'a proved constraint that comes back unproved',
    text: `alter table shop.orders drop constraint orders_customer_fk;
      alter table shop.orders add constraint orders_customer_fk foreign key (customer_id) references shop.customers (id) not valid`,
    gone: ['constraint orders_customer_fk on shop.orders FOREIGN KEY (customer_id) REFERENCES shop.customers(id)'],
    come: [
      'constraint orders_customer_fk on shop.orders FOREIGN KEY (customer_id) REFERENCES shop.customers(id) NOT VALID unproved',
    ],
  },
  {
    does: 'a switched-off trigger',
    text: 'alter table shop.orders disable trigger touch',
    gone: [
      'trigger touch on shop.orders CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch()',
    ],
    come: [
      'trigger touch on shop.orders disabled CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch()',
    ],
  },
  {
    does: 'a revoked right, and a right granted and revoked again',
    text: 'revoke select on shop.orders from reader; grant select on shop.log to reader; revoke select on shop.log from reader',
    gone: ['grant on table shop.orders to reader: SELECT'],
    come: [],
  },
  {
    does: 'an enum label',
    text: `alter type shop.mood add value 'happy'`,
    gone: [`enum shop.mood owner postgres ('sad', 'ok')`],
    come: [`enum shop.mood owner postgres ('sad', 'ok', 'happy')`],
  },
  {
    does: 'a sequence that is owned no more',
    text: 'alter sequence shop.numbers owned by none',
    gone: [
      'sequence shop.numbers bigint owner postgres start 1 increment 2 from 1 to 9223372036854775807 cache 1 owned by shop.orders.id',
    ],
    come: ['sequence shop.numbers bigint owner postgres start 1 increment 2 from 1 to 9223372036854775807 cache 1'],
  },
  {
    does: 'replica identity, row security and storage settings',
    text: 'alter table shop.orders replica identity full, disable row level security, reset (fillfactor)',
    gone: ['table shop.orders owner postgres replica identity default row security with (fillfactor=80)'],
    come: ['table shop.orders owner postgres replica identity full'],
  },
  {
    does: 'a partition that was let go',
    text: 'alter table shop.parts detach partition shop.parts_1',
    gone: [
      'table shop.parts_1 owner postgres partition of shop.parts FOR VALUES FROM (0) TO (100) replica identity default',
    ],
    come: ['table shop.parts_1 owner postgres replica identity default'],
  },
  {
    does: 'a policy, a statistics object, a rule and a publication',
    text: 'drop policy own on shop.orders; drop statistics shop.together; drop rule quiet on shop.log; alter publication sales drop table shop.orders',
    gone: [
      'policy own on shop.orders permissive for select to reader using (customer_id > 0)',
      'publication sales table shop.orders',
      'rule quiet on shop.log CREATE RULE quiet AS\\n    ON DELETE TO shop.log DO INSTEAD NOTHING;',
      'statistics CREATE STATISTICS shop.together ON customer_id, status FROM shop.orders',
    ],
    come: [],
  },
  {
    does: 'a publication with columns and a filter',
    since: 15,
    text: 'alter publication sales set table shop.orders (id, note) where (id > 5)',
    gone: ['publication sales table shop.orders'],
    come: ['publication sales table shop.orders (id, note) where (id > 5)'],
  },
];
