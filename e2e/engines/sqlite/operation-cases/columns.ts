import { each, none, of, type OperationCase, refused, write } from './operation-case.ts';

const newOrder = (column: string, value: string) =>
  each(
    write(`INSERT INTO orders (id, customer_id, ${column}) VALUES (9001, 1, ${value})`),
    write('DELETE FROM orders WHERE id = 9001'),
  );

export const columnCases: readonly OperationCase[] = [
  of('addColumn', 'nullable', { table: 'orders', column: 'extra', type: 'TEXT', nullable: true }),
  of('addColumn', 'a keyword as name, file typed', {
    table: 'main.orders',
    column: 'order',
    type: 'INT',
    nullable: true,
  }),
  of(
    'addColumn',
    'constant default, NOT NULL',
    { table: 'orders', column: 'extra', type: 'INT', nullable: false, default: '5' },
    { meanwhile: none('old rows without the default', 'SELECT count(*) FROM orders WHERE extra IS NOT 5') },
  ),
  of(
    'addColumn',
    'the clock as default: rebuild',
    { table: 'orders', column: 'seen', type: 'TEXT', nullable: true, default: 'CURRENT_TIMESTAMP' },
    {
      refuses: 'ALTER TABLE orders ADD COLUMN seen TEXT DEFAULT CURRENT_TIMESTAMP',
      meanwhile: none('old rows without the default', 'SELECT count(*) FROM orders WHERE seen IS NULL'),
    },
  ),
  of(
    'addColumn',
    'an expression as default, NOT NULL: rebuild',
    { table: 'orders', column: 'nonce', type: 'INT', nullable: false, default: '(random())' },
    { refuses: 'ALTER TABLE orders ADD COLUMN nonce INT NOT NULL DEFAULT (random())' },
  ),
  of(
    'addColumn',
    'NOT NULL without default',
    { table: 'orders', column: 'extra', type: 'INT', nullable: false },
    { cannot: true, refuses: 'ALTER TABLE orders ADD COLUMN extra INT NOT NULL' },
  ),
  of(
    'addColumn',
    'unique',
    { table: 'orders', column: 'extra', type: 'INT UNIQUE', nullable: true },
    { cannot: true, refuses: 'ALTER TABLE orders ADD COLUMN extra INT UNIQUE' },
  ),
  of('dropColumn', 'without definition', { table: 'customers', column: 'email' }),
  of(
    'dropColumn',
    'with definition',
    { table: 'customers', column: 'city', definition: 'TEXT COLLATE NOCASE' },
    { loses: ['city'] },
  ),
  of(
    'dropColumn',
    'after its index',
    { table: 'orders', column: 'note', definition: 'TEXT' },
    {
      before: ['DROP INDEX orders_note_idx'],
      loses: ['note'],
    },
  ),
  of('renameColumn', 'a column that a view and an index name', { table: 'orders', from: 'status', to: 'state' }),
  of(
    'changeType',
    'REAL to INTEGER: rebuild',
    { table: 'orders', column: 'customer_id', from: 'INT', to: 'TEXT' },
    { refuses: 'ALTER TABLE orders ALTER COLUMN customer_id TYPE TEXT' },
  ),
  of(
    'changeType',
    'by an expression: rebuild',
    { table: 'orders', column: 'note', from: 'TEXT', to: 'INTEGER', using: 'CAST(substr(note, 2) AS INTEGER)' },
    {
      loses: ['note'],
      meanwhile: none('values of another type', `SELECT count(*) FROM orders WHERE typeof(note) <> 'integer'`),
    },
  ),
  of(
    'changeType',
    'within one affinity',
    { table: 'customers', column: 'email', from: 'VARCHAR(50)', to: 'TEXT' },
    {
      cannot: true,
      meanwhile: write(`INSERT INTO customers VALUES (500, '${'x'.repeat(80)}', '')`),
    },
  ),
  of('changeCollation', 'to NOCASE: rebuild', { table: 'orders', column: 'note', type: 'TEXT', to: 'NOCASE' }),
  of('changeCollation', 'back to BINARY: rebuild', {
    table: 'customers',
    column: 'city',
    type: 'TEXT',
    from: 'NOCASE',
    to: 'BINARY',
  }),
  of(
    'setDefault',
    'where there was none: rebuild',
    { table: 'orders', column: 'note', default: `'none'` },
    { refuses: `ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'none'` },
  ),
  of('setDefault', 'another: rebuild', { table: 'orders', column: 'status', default: `'paid'`, was: `'pending'` }),
  of('setDefault', 'of a table that others point to, with the clock: rebuild', {
    table: 'customers',
    column: 'city',
    default: 'CURRENT_TIMESTAMP',
  }),
  of('dropDefault', 'a default: rebuild', { table: 'orders', column: 'status', was: `'pending'` }),
  of(
    'setNotNull',
    'a column without gaps',
    { table: 'orders', column: 'note', proof: 'orders_note_nn' },
    {
      refuses: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL',
      takenSince: '3.53',
      meanwhile: each(refused('INSERT INTO orders (note) VALUES (NULL)'), newOrder('note', `'x'`)),
    },
  ),
  of(
    'setNotNull',
    'version not given: rebuild',
    { table: 'orders', column: 'note', proof: 'orders_note_nn' },
    { versionNotGiven: true, meanwhile: refused('INSERT INTO orders (note) VALUES (NULL)') },
  ),
  of(
    'dropNotNull',
    'and back',
    { table: 'orders', column: 'status', proof: 'orders_status_nn' },
    {
      meanwhile: each(
        write('INSERT INTO orders (id, status) VALUES (9001, NULL)'),
        write('DELETE FROM orders WHERE id = 9001'),
      ),
    },
  ),
  of('addGeneratedColumn', 'virtual', {
    table: 'orders',
    column: 'gross',
    type: 'REAL',
    expression: 'amount * 1.2',
    stored: false,
  }),
  of(
    'addGeneratedColumn',
    'stored: rebuild',
    { table: 'orders', column: 'gross', type: 'REAL', expression: 'amount * 1.2', stored: true },
    {
      refuses: 'ALTER TABLE orders ADD COLUMN gross REAL GENERATED ALWAYS AS (amount * 1.2) STORED',
      meanwhile: none('rows without it', 'SELECT count(*) FROM orders WHERE gross IS NOT amount * 1.2'),
    },
  ),
];
