import { each, none, refused, write } from '../../checks.ts';
import { of, type OperationCase } from './operation-case.ts';

const plain = { name: 'orders_note_sync', table: 'orders', pairs: [{ from: 'note', to: 'remark' }] } as const;
const withRemark = 'alter table orders add column remark varchar(60)';
const cast = {
  name: 'orders_state_sync',
  table: 'orders',
  pairs: [{ from: 'state', to: 'state_text', forward: 'CAST(state AS CHAR)', backward: 'state_text' }],
} as const;
const names = {
  name: 'people_name_sync',
  table: 'sales.people',
  pairs: [
    {
      from: 'name',
      to: 'first',
      forward: `SUBSTRING_INDEX(name, ' ', 1)`,
      backward: `CONCAT(first, ' ', last)`,
    },
    { from: 'name', to: 'last', forward: `SUBSTRING_INDEX(name, ' ', -1)`, backward: `CONCAT(first, ' ', last)` },
  ],
} as const;
const people = `create table sales.people (id int primary key, name varchar(60), first varchar(30), last varchar(30));
  insert into sales.people (id, name) select g, concat('A', g, ' B', g) from numbers.upto where g <= 500`;
const price = {
  name: 'orders_price_sync',
  table: 'orders',
  pairs: [{ from: 'amount', to: 'cents', forward: 'ROUND(amount * 100)', backward: 'cents / 100', narrows: true }],
} as const;
const key = { name: 'orders_id_sync', table: 'orders', pairs: [{ from: 'id_old', to: 'id', narrows: true }] } as const;

const differ = none('rows that differ', 'select count(*) from orders where id > 3000 and not (note <=> remark)');
const tidy = write('delete from orders where id > 3000');

const second = `create table sales.notes (order_id int primary key, note varchar(60), amount decimal(10,2))`;
const forth = {
  name: 'orders_notes',
  from: 'orders',
  to: 'sales.notes',
  key: 'id',
  toKey: 'order_id',
  columns: [
    { from: 'note', to: 'note' },
    { from: 'amount', to: 'amount' },
  ],
} as const;
const filled = `${second}; insert into sales.notes select id, note, amount from orders`;
const orphan = none(
  'rows that differ between the tables',
  `select (select count(*) from orders o left join sales.notes n on n.order_id = o.id where n.order_id is null or not (o.note <=> n.note and o.amount <=> n.amount))
    + (select count(*) from sales.notes n left join orders o on n.order_id = o.id where o.id is null)`,
);
const back = {
  name: 'notes_orders',
  from: 'sales.notes',
  to: 'shop.orders',
  key: 'order_id',
  toKey: 'id',
  columns: [{ from: 'note', to: 'note' }],
  onlyExisting: true,
} as const;
const into = {
  name: 'into_all',
  from: 'orders',
  to: 'sales.everything',
  key: 'id',
  toKey: 'old_id',
  columns: [{ from: 'note', to: 'what' }],
  label: { column: 'origin', value: "the 'orders'" },
} as const;
const everything = `create table sales.everything (id bigint auto_increment primary key, what varchar(60), origin varchar(30), old_id int unique);
  insert into sales.everything (what) values ('was here')`;

export const rowCases: readonly OperationCase[] = [
  of('startSync', 'copies', plain, {
    before: withRemark,
    meanwhile: each(
      write(`insert into orders (note) values ('by the old')`),
      write(`insert into orders (remark) values ('by the new')`),
      write(`insert into orders (note, remark) values ('old loses', 'new wins')`),
      differ,
      write(`update orders set note = 'changed by the old' where note = 'by the old'`),
      write(`update orders set remark = 'changed by the new' where note = 'by the new'`),
      write(`update orders set note = null where note = 'new wins'`),
      differ,
      none(
        'values that did not arrive',
        `select 3 - count(*) from orders where id > 3000 and (note like 'changed by %' or note is null)`,
      ),
      tidy,
    ),
  }),
  of('startSync', 'a cast forward and back', cast, {
    before: 'alter table orders add column state_text varchar(10)',
    meanwhile: each(
      write(`insert into orders (state) values ('paid')`),
      write(`insert into orders (state, state_text) values (default, 'sent')`),
      write(`update orders set state_text = 'paid' where state_text = 'sent'`),
      none(
        'rows that differ',
        `select 2 - count(*) from orders where id > 3000 and state = 'paid' and state_text = 'paid'`,
      ),
      refused(`insert into orders (state_text) values ('none such')`),
      tidy,
    ),
  }),
  of('startSync', 'expressions over several columns', names, {
    before: people,
    rows: { 'sales.people': ['id', 'name', 'first', 'last'] },
    meanwhile: each(
      write(`insert into sales.people (id, name) values (1001, 'Ada Lovelace')`),
      write(`insert into sales.people (id, first, last) values (1002, 'Grace', 'Hopper')`),
      write(`update sales.people set last = 'Byron' where id = 1001`),
      write(`update sales.people set name = 'Rear Admiral' where id = 1002`),
      none(
        'people with a wrong name',
        `select count(*) from sales.people where id > 1000 and (name, first, last) not in (('Ada Byron', 'Ada', 'Byron'), ('Rear Admiral', 'Rear', 'Admiral'))`,
      ),
      write('delete from sales.people where id > 1000'),
    ),
  }),
  of(
    'startSync',
    'one way',
    { name: 's', table: 'orders', pairs: [{ from: 'note', to: 'remark', forward: 'UPPER(note)' }] },
    {
      before: withRemark,
      meanwhile: each(
        write(`insert into orders (note) values ('x')`),
        write(`update orders set note = 'y' where note = 'x'`),
        none(
          'rows that differ',
          `select count(*) from orders where id > 3000 and not (cast(remark as binary) <=> cast('Y' as binary))`,
        ),
        tidy,
      ),
    },
  ),
  of('startSync', 'a narrow old column', price, {
    before: 'alter table orders add column cents bigint',
    meanwhile: each(
      write(`insert into orders (cents) values (1234)`),
      none('prices that differ', `select count(*) from orders where id > 3000 and not (amount <=> 12.34)`),
      refused(`insert into orders (cents) values (100000000000000)`),
      tidy,
    ),
  }),
  of(
    'stopSync',
    'and copies back',
    { ...plain, key: 'id', batchSize: 700 },
    {
      before: `${withRemark}; update orders set remark = note`,
      follows: { operation: 'startSync', args: plain },
      rows: { orders: ['id', 'status'] },
      meanwhile: each(
        write(`update orders set remark = concat('only new ', id) where id % 10 = 0`),
        write(`insert into orders (remark) values ('only new')`),
        none('rows that still followed', `select count(*) from orders where note like 'only new%'`),
      ),
      afterwards: each(
        none('rows that differ', 'select count(*) from orders where not (note <=> remark)'),
        write(`delete from orders where id > 3000`),
      ),
    },
  ),
  of(
    'stopSync',
    'by an expression',
    { ...price, key: 'id', batchSize: 1000 },
    {
      before: `alter table orders add column cents bigint; update orders set cents = round(amount * 100)`,
      follows: { operation: 'startSync', args: price },
      rows: { orders: ['id', 'status', 'cents'] },
      meanwhile: each(
        write(`update orders set cents = 5 where id % 7 = 0`),
        write(`insert into orders (cents) values (7)`),
      ),
      afterwards: each(
        none('rows that differ', 'select count(*) from orders where not (amount <=> cents / 100)'),
        write(`update orders set cents = id * 10 where id % 7 = 0`),
        write(`delete from orders where id > 3000`),
      ),
    },
  ),
  of(
    'stopSync',
    'of a key that must fit',
    { ...key, key: 'id', batchSize: 1000, fits: { type: 'smallint' } },
    {
      before: 'alter table orders add column id_old smallint; update orders set id_old = id',
      follows: { operation: 'startSync', args: key },
      rows: { orders: ['id', 'status'] },
      meanwhile: write('update orders set id_old = null where id % 10 = 0'),
      afterwards: none('rows that differ', 'select count(*) from orders where not (id_old <=> id)'),
    },
  ),
  of('startTableSync', 'to a second table', forth, {
    before: filled,
    meanwhile: each(
      write(`insert into orders (note) values ('new')`),
      write(`update orders set note = 'changed' where id <= 10`),
      write(`update orders set id = 100000 where id = 20`),
      write(`delete from orders where id between 30 and 40`),
      orphan,
      write(`update sales.notes set note = 'of the second alone' where order_id = 50`),
      write(`update orders set status = status where id = 50`),
      none('notes that were overwritten', `select 1 - count(*) from sales.notes where note = 'of the second alone'`),
      write(`update sales.notes set note = 'n50' where order_id = 50`),
      write(`update orders set id = 20 where id = 100000`),
      write(`update orders set note = concat('n', id) where id <= 10`),
      write(`delete from orders where id > 3000`),
      write(`insert into orders (id, customer_id, status, note, amount, placed, state)
        select g, (g % 100) + 1, elt(1 + g % 3, 'pending', 'paid', 'sent'), concat('n', g), g / 10, (select placed from (select placed from orders where id = 1) x), 'pending' from numbers.upto where g between 30 and 40`),
    ),
  }),
  of('startTableSync', 'only rows that are there', back, {
    before: filled,
    rows: { orders: ['id', 'status'] },
    meanwhile: each(
      write(`update sales.notes set note = 'from the second' where order_id <= 10`),
      write(`insert into sales.notes values (99999, 'no such order', 1)`),
      none('notes that did not arrive', `select 10 - count(*) from orders where note = 'from the second'`),
      none('orders that came', `select count(*) from orders where id = 99999`),
    ),
  }),
  of('startTableSync', 'with a label', into, {
    before: everything,
    meanwhile: each(
      write(`insert into orders (note) values ('labelled')`),
      write(`update orders set note = 'labelled twice' where note = 'labelled'`),
      none(
        'rows without their label',
        `select 1 - count(*) from sales.everything where what = 'labelled twice' and origin = 'the ''orders'''`,
      ),
      tidy,
      none('rows that stayed', `select count(*) - 1 from sales.everything`),
    ),
  }),
  of(
    'stopTableSync',
    'and copies again',
    { ...forth, batchSize: 800 },
    {
      before: filled,
      follows: { operation: 'startTableSync', args: forth },
      rows: { orders: ['id', 'status'] },
      meanwhile: each(
        write(`update orders set note = 'meanwhile' where id % 5 = 0`),
        write(`insert into orders (note) values ('meanwhile too')`),
      ),
      afterwards: each(
        orphan,
        tidy,
        write(`update orders set note = concat('n', id) where note like 'meanwhile%'`),
        orphan,
      ),
    },
  ),
  of('copyRows', 'while the sync runs', { ...forth, batchSize: 500 }, { before: second, meanwhile: orphan }),
  of(
    'copyRows',
    'with a label',
    { ...into, batchSize: 500 },
    {
      before: everything,
      meanwhile: none('rows that are missing', `select 3001 - count(*) from sales.everything`),
    },
  ),
  of(
    'copyRows',
    'only rows that are there',
    { ...back, batchSize: 500 },
    {
      before: `${filled}; update sales.notes set note = 'newer'; insert into sales.notes values (99999, 'x', 1)`,
      rows: { orders: ['id', 'status'] },
      meanwhile: none('notes that did not arrive', `select 3000 - count(*) from orders where note = 'newer'`),
    },
  ),
  of(
    'backfill',
    'a copy',
    { table: 'orders', key: 'id', column: 'remark', expression: 'note', batchSize: 400 },
    {
      before: withRemark,
      meanwhile: none('rows that differ', 'select count(*) from orders where not (note <=> remark)'),
    },
  ),
  of(
    'backfill',
    'an expression with the key in it, some rows',
    {
      table: 'shop.orders',
      key: 'id',
      column: 'remark',
      expression: `CONCAT('order ', id)`,
      where: `status = 'paid'`,
      batchSize: 1000,
    },
    {
      before: withRemark,
      meanwhile: none(
        'rows that differ',
        `select count(*) from orders where not (remark <=> if(status = 'paid', concat('order ', id), null))`,
      ),
    },
  ),
  of(
    'backfill',
    'another value for each row',
    { table: 'orders', key: 'id', column: 'nonce', expression: 'UUID()', batchSize: 1000 },
    {
      before: 'alter table orders add column nonce varchar(36)',
      meanwhile: each(
        none('rows without a value', 'select count(*) from orders where nonce is null'),
        none('values that stand twice', 'select count(*) - count(distinct nonce) from orders'),
      ),
    },
  ),
  of(
    'backfill',
    'keeps the old values',
    {
      table: 'orders',
      key: 'id',
      column: 'note',
      expression: `UPPER(note)`,
      batchSize: 900,
      keepIn: 'orders_note_kept',
    },
    {
      rows: { orders: ['id', 'status'] },
      meanwhile: each(
        none('rows that differ', `select count(*) from orders where note not like binary 'N%'`),
        write(`update orders set note = 'newer' where id = 7`),
      ),
      afterwards: each(
        none(
          'rows that did not come back',
          `select count(*) from orders where not (cast(note as binary) <=> cast(if(id = 7, 'newer', concat('n', id)) as binary))`,
        ),
        write(`update orders set note = 'n7' where id = 7`),
      ),
    },
  ),
  of(
    'deleteRows',
    'for good',
    { table: 'orders', key: 'id', where: `status = 'sent'`, batchSize: 600 },
    { meanwhile: none('rows that are left', `select count(*) from orders where status = 'sent'`) },
  ),
  of(
    'deleteRows',
    'to an archive',
    { table: 'orders', key: 'id', where: `status = 'sent'`, batchSize: 600, archive: 'sales.orders_archive' },
    {
      meanwhile: each(
        none('rows that are left', `select count(*) from orders where status = 'sent'`),
        none('rows that are not in the archive', `select 1000 - count(*) from sales.orders_archive`),
      ),
    },
  ),
  of(
    'deleteRows',
    'with a key of texts',
    { table: 'sales.tickets', key: 'code', where: `number > 400`, batchSize: 50, archive: 'sales.tickets_archive' },
    {
      before: `create table sales.tickets (code varchar(10) primary key, number int);
      insert into sales.tickets select concat('T', g), g from numbers.upto where g <= 500`,
      rows: { 'sales.tickets': ['code', 'number'] },
      meanwhile: none('rows that are left', 'select 400 - count(*) from sales.tickets'),
    },
  ),
];
