import { each, none, of, type OperationCase, refused, write } from './operation-case.ts';

const parts = `create table events (at date not null, what text) partition by range (at);
  create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
  create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
  insert into events select date '2025-01-01' + (g % 700), 'e' || g from generate_series(1, 2000) g`;
const eventRows = { events: ['at', 'what'] };
const logs = `create table logs (id bigserial, at date not null, what text, primary key (id, at));
  create index logs_what_idx on logs (what); alter table logs add constraint logs_what_ck check (what <> '');
  grant select, insert on logs to app; comment on column logs.what is 'free text';
  insert into logs (at, what) select date '2025-01-01' + (g % 700), 'e' || g from generate_series(1, 2000) g`;
const logRows = { logs: ['id', 'at', 'what'] };

export const tableCases: readonly OperationCase[] = [
  of('createTable', 'with a reference', {
    table: 'payments',
    columns: `id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, order_id int NOT NULL REFERENCES orders (id), "Kind" text DEFAULT 'card, or so', doubled int GENERATED ALWAYS AS (order_id * 2) STORED, CHECK (order_id > 0)`,
  }),
  of('createTable', 'in another schema', {
    table: 'sales.payments',
    columns: `id int, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (id)`,
  }),
  of('dropTable', 'a table', { table: 'customers' }),
  of('renameTable', 'alone', { from: 'orders', to: 'purchases', compatibilityView: false }),
  of(
    'renameTable',
    'with a view',
    { from: 'orders', to: 'purchases', compatibilityView: true },
    {
      meanwhile: each(
        write(`set role app`),
        write(`insert into orders (customer_id, note) values (1, 'through the view')`),
        write(`update orders set note = 'n1' where id = 1`),
        write(`delete from orders where note = 'through the view'`),
        write(`reset role`),
        none('rows left in the table', `select count(*) from purchases where note = 'through the view'`),
      ),
    },
  ),
  of(
    'renameTable',
    'to another schema',
    { from: 'public.orders', to: 'sales.orders', compatibilityView: false },
    { cannot: true },
  ),
  of(
    'dropCompatibilityView',
    'a view',
    { view: 'orders', table: 'purchases' },
    {
      before:
        'alter table orders rename to purchases; create view orders as select * from purchases; grant select, insert, update, delete on orders to app',
      rows: { purchases: ['id', 'status'] },
    },
  ),
  of(
    'partitionInPlace',
    'by a date',
    {
      table: 'logs',
      column: 'at',
      cut: '2027-01-01',
      next: ['2028-01-01', '2029-01-01'],
      proof: 'logs_at_before_cut',
      primaryKey: ['id', 'at'],
    },
    {
      before: logs,
      objectsVary: true,
      rows: logRows,
      meanwhile: each(
        write(
          `insert into logs (at, what) values ('2027-03-01', 'in a new partition'), ('2026-03-01', 'in the old one')`,
        ),
        none('rows that are not in their partition', `select 2 - count(*) from logs where what like 'in %'`),
        none('rows of before that are gone', `select 2002 - count(*) from logs`),
        write(`update logs set what = 'moved' where what = 'in the old one'`),
      ),
      afterwards: each(
        none('rows lost on the way back', `select 2002 - count(*) from logs`),
        write(`delete from logs where id > 2000`),
      ),
    },
  ),
  of(
    'partitionInPlace',
    'with what hangs on it',
    {
      table: 'logs',
      column: 'at',
      cut: '2027-01-01',
      next: ['2028-01-01'],
      proof: 'logs_at_before_cut',
      primaryKey: ['id', 'at'],
      carries: {
        triggers: [
          { name: 'seen', definition: 'CREATE TRIGGER seen AFTER UPDATE ON logs FOR EACH ROW EXECUTE FUNCTION seen()' },
        ],
        policies: [{ name: 'own', definition: `CREATE POLICY own ON logs FOR SELECT USING (what <> 'secret')` }],
        own: [
          {
            name: 'logs_customer_fkey',
            definition: 'FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE SET NULL',
            proved: true,
          },
        ],
        referring: [
          {
            table: 'sales.remarks',
            name: 'remarks_log_fkey',
            definition: 'FOREIGN KEY (log_id, log_at) REFERENCES logs(id, at) ON DELETE CASCADE',
            proved: true,
          },
        ],
      },
    },
    {
      before: `${logs}; alter table logs add column customer_id int; comment on table logs is 'what happened'; alter table logs replica identity full;
        alter table logs add constraint logs_customer_fkey foreign key (customer_id) references customers(id) on delete set null;
        create table sales.remarks (id int primary key, log_id bigint, log_at date, constraint remarks_log_fkey foreign key (log_id, log_at) references logs(id, at) on delete cascade);
        insert into sales.remarks select id, id, at from logs where id <= 50;
        create or replace function seen() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger seen after update on logs for each row execute function seen();
        alter table logs enable row level security; create policy own on logs for select using (what <> 'secret')`,
      objectsVary: true,
      rows: { ...logRows, 'sales.remarks': ['id', 'log_id', 'log_at'] },
      meanwhile: each(
        write(`insert into logs (at, what) values ('2027-03-01', 'in a new partition')`),
        write(`insert into sales.remarks select 5000, id, at from logs where what = 'in a new partition'`),
        refused(`insert into sales.remarks values (5001, 99999, '2027-03-01')`),
        refused(`insert into logs (at, what, customer_id) values ('2027-03-01', 'x', 99999)`),
        none(
          'triggers that are not on the parent',
          `select 1 - count(*) from pg_trigger where tgrelid = 'logs'::regclass and tgname = 'seen'`,
        ),
        none(
          'policies that are not on the parent',
          `select 1 - count(*) from pg_policy where polrelid = 'logs'::regclass`,
        ),
        none(
          'row security that is not on',
          `select 1 - count(*) from pg_class where oid = 'logs'::regclass and relrowsecurity and relreplident = 'f'`,
        ),
      ),
      afterwards: each(
        none('rows lost on the way back', `select 2001 - count(*) from logs`),
        write(`delete from logs where id > 2000`),
      ),
    },
  ),
  of(
    'partitionInPlace',
    'a key without the column',
    { table: 'orders', column: 'placed', cut: '2027-01-01', next: ['2028-01-01'], proof: 'p', primaryKey: ['id'] },
    { cannot: true },
  ),
  of(
    'detachPartition',
    'a partition',
    { table: 'events', partition: 'events_2025', from: '2025-01-01', to: '2026-01-01' },
    { before: parts, rows: eventRows, objectsVary: true },
  ),
  of(
    'detachPartition',
    'version not given',
    { table: 'events', partition: 'events_2025', from: `'2025-01-01'`, to: `'2026-01-01'` },
    { before: parts, rows: eventRows, versionNotGiven: true, since: 14 },
  ),
  of('vacuum', 'a table', { table: 'orders' }),
  // In the order of the key every row is read through its index, which no counter of scans shows: so without that index.
  of(
    'exportColumn',
    'a column',
    { table: 'orders', key: 'id', column: 'status', file: 'orders_status.csv' },
    { before: 'alter table orders drop constraint orders_pkey' },
  ),
  of('exportTable', 'a table', { table: 'orders', file: 'orders.csv' }),
  of('revokeAccess', 'from a role', { table: 'orders', role: 'app' }),
];
