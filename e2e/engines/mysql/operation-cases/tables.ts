import { each, none, write } from '../../checks.ts';
import { of, type OperationCase } from './operation-case.ts';

const parts = `create table events (at date not null, what varchar(20)) partition by range columns (at)
    (partition events_2025 values less than ('2026-01-01'), partition events_2026 values less than ('2027-01-01'));
  insert into events select date '2025-01-01' + interval (g % 700) day, concat('e', g) from numbers.upto where g <= 2000`;

export const tableCases: readonly OperationCase[] = [
  of('createTable', 'with a reference', {
    table: 'payments',
    columns: `id bigint AUTO_INCREMENT PRIMARY KEY, order_id int NOT NULL, \`Kind\` varchar(20) DEFAULT 'card, or so', doubled int GENERATED ALWAYS AS (order_id * 2) STORED, CHECK (order_id > 0), FOREIGN KEY (order_id) REFERENCES orders (id)`,
  }),
  of('createTable', 'in another database', {
    table: 'sales.payments',
    columns: `id int, at datetime NOT NULL DEFAULT current_timestamp, PRIMARY KEY (id)`,
  }),
  of('dropTable', 'a table', { table: 'customers' }),
  of('renameTable', 'alone', { from: 'orders', to: 'purchases', compatibilityView: false }, { leaves: ['grant on'] }),
  of(
    'renameTable',
    'with a view',
    { from: 'orders', to: 'purchases', compatibilityView: true },
    {
      halfWay: 'by hand',
      meanwhile: each(
        write(`insert into orders (customer_id, note) values (1, 'through the view')`),
        write(`update orders set note = 'n1' where id = 1`),
        write(`delete from orders where note = 'through the view'`),
        none('rows left in the table', `select count(*) from purchases where note = 'through the view'`),
      ),
    },
  ),
  of(
    'dropCompatibilityView',
    'a view',
    { view: 'orders', table: 'purchases' },
    {
      before: 'rename table orders to purchases; create view orders as select * from purchases',
      rows: { purchases: ['id', 'status'] },
    },
  ),
  of(
    'partitionInPlace',
    'by a date',
    {
      table: 'orders',
      column: 'placed',
      cut: '2027-01-01',
      next: ['2028-01-01'],
      proof: 'p',
      primaryKey: ['id', 'placed'],
    },
    { cannot: true },
  ),
  of(
    'detachPartition',
    'a partition',
    { table: 'events', partition: 'events_2025', from: '2025-01-01', to: '2026-01-01' },
    {
      before: parts,
      rows: { events: ['at', 'what'] },
      objectsVary: true,
      halfWay: 'by hand',
      meanwhile: each(
        none('rows still seen', `select count(*) from events where at < '2026-01-01'`),
        none('rows not in the table of its own', `select if(count(*) > 900, 0, 1) from events_2025`),
      ),
    },
  ),
  of('vacuum', 'a table', { table: 'orders' }),
  of('exportColumn', 'a column', { table: 'orders', key: 'id', column: 'status', file: 'orders_status.sql' }),
  of('exportTable', 'a table', { table: 'orders', file: 'orders.sql' }),
  of('revokeAccess', 'from an account', { table: 'orders', role: 'app' }),
];
