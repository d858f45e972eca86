import { describe, expect, it } from 'vitest';
import type { OperationArguments, OperationName } from '#model/operations.ts';
import type { Forms } from '#model/stack.ts';
import { stacks } from './registry.ts';

const samples: { readonly [Name in OperationName]?: OperationArguments[Name] } = {
  addColumn: { table: 'orders', column: 'note', type: 'text', nullable: true },
  dropColumn: { table: 'orders', column: 'note' },
  renameColumn: { table: 'orders', from: 'note', to: 'remark' },
  setDefault: { table: 'orders', column: 'note', default: "'none'" },
  dropDefault: { table: 'orders', column: 'note', was: "'none'" },
  setNotNull: { table: 'orders', column: 'note', proof: 'orders_note_nn' },
  dropNotNull: { table: 'orders', column: 'note', proof: 'orders_note_nn' },
  createIndex: { table: 'orders', index: 'orders_note_idx', columns: ['note'], unique: false },
  dropIndex: { table: 'orders', index: 'orders_note_idx' },
  renameIndex: { table: 'orders', from: 'orders_note_idx', to: 'orders_remark_idx' },
  addCheck: { table: 'orders', constraint: 'orders_note_short', expression: 'length(note) < 9' },
  addForeignKey: {
    table: 'orders',
    constraint: 'orders_user_fk',
    columns: ['user_id'],
    references: 'users',
    referencedColumns: ['id'],
  },
  validateConstraint: { table: 'orders', constraint: 'orders_note_short' },
  renameTable: { from: 'orders', to: 'purchases', compatibilityView: false },
};

const stackNamed = (id: string) => stacks.find((stack) => stack.id === id);

function formOf<Name extends OperationName>(
  id: string,
  operation: Name,
  sql: string,
  args: Partial<OperationArguments[Name]> = {},
): string | undefined {
  const migration = stackNamed(id)?.migration;
  const forms: Forms = migration?.own ?? migration?.declares ?? {};
  const form = forms[operation] as ((args: unknown, sql: string) => string | undefined) | undefined;
  return form?.({ ...samples[operation], ...args }, sql);
}

const concurrent = 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note)';

it.each([
  ['rails', 'addColumn', '', 'add_column :orders, :note, :text'],
  ['rails', 'createIndex', concurrent, 'add_index :orders, :note, name: "orders_note_idx", algorithm: :concurrently'],
  [
    'rails',
    'addCheck',
    'ALTER TABLE orders ADD CONSTRAINT c CHECK (length(note) < 9) NOT VALID',
    'add_check_constraint :orders, "length(note) < 9", name: "orders_note_short", validate: false',
  ],
  ['rails', 'validateConstraint', '', 'validate_check_constraint :orders, name: "orders_note_short"'],
  ['django', 'addColumn', '', 'migrations.AddField("<model of orders>", "note", models.TextField(null=True))'],
  [
    'django',
    'createIndex',
    concurrent,
    'AddIndexConcurrently("<model of orders>", models.Index(fields=["note"], name="orders_note_idx"))',
  ],
  ['laravel', 'addColumn', '', "Schema::table('orders', fn (Blueprint $table) => $table->text('note')->nullable());"],
  ['alembic', 'addColumn', '', 'op.add_column("orders", sa.Column("note", sa.Text(), nullable=True))'],
  [
    'alembic',
    'createIndex',
    concurrent,
    'op.create_index("orders_note_idx", "orders", ["note"], postgresql_concurrently=True)',
  ],
  [
    'ef-core',
    'addColumn',
    '',
    'migrationBuilder.AddColumn<string>(name: "note", table: "orders", type: "text", nullable: true);',
  ],
  ['ecto', 'createIndex', concurrent, 'create index(:orders, [:note], name: "orders_note_idx", concurrently: true)'],
  ['liquibase', 'addColumn', '', '<addColumn tableName="orders"><column name="note" type="text"/></addColumn>'],
  ['prisma', 'addColumn', '', 'note String?'],
  [
    'knex',
    'addColumn',
    '',
    "await knex.schema.alterTable('orders', (table) => { table.specificType('note', 'text'); });",
  ],
] as const)('has the form of %s for %s', (id, operation, sql, form) => {
  expect(formOf(id, operation, sql)).toBe(form);
});

describe('a form that would build another schema, or block while it is built', () => {
  it.each(['laravel', 'ef-core', 'liquibase', 'knex', 'typeorm'])('is SQL in %s for an index built online', (id) => {
    expect(formOf(id, 'createIndex', 'CREATE INDEX x ON orders (note)')).toBeDefined();
    expect(formOf(id, 'createIndex', concurrent)).toBeUndefined();
  });

  it.each(['rails', 'alembic'])('is SQL in %s for NOT NULL that is proved first', (id) => {
    expect(formOf(id, 'setNotNull', 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL')).toBeDefined();
    expect(formOf(id, 'setNotNull', 'ALTER TABLE orders ADD CONSTRAINT c CHECK (note IS NOT NULL) NOT VALID')).toBe(
      undefined,
    );
  });

  it.each(['django', 'prisma', 'laravel', 'alembic', 'ef-core'])(
    'is SQL in %s for a type without a counterpart',
    (id) => {
      expect(formOf(id, 'addColumn', '', { type: 'order_state' })).toBeUndefined();
    },
  );

  it.each(stacks.map(({ id }) => id))('is SQL in %s for a table that keeps its old name as a view', (id) => {
    expect(formOf(id, 'renameTable', '', { compatibilityView: true })).toBeUndefined();
  });

  it.each(stacks.map(({ id }) => id))('is SQL in %s for an index over an expression', (id) => {
    expect(formOf(id, 'createIndex', '', { columns: ['lower(note)'] })).toBeUndefined();
  });
});

it('drops a column in Django by SQL: its models’ state has lost the field before', () => {
  expect(formOf('django', 'dropColumn', '')).toBeUndefined();
});

it.each([
  ['rails', 'disable_ddl_transaction!'],
  ['django', 'atomic = False'],
  ['laravel', 'public $withinTransaction = false;'],
  ['alembic', 'with op.get_context().autocommit_block():'],
  ['ef-core', 'suppressTransaction: true'],
  ['ecto', '@disable_ddl_transaction true\n  @disable_migration_lock true'],
  ['flyway', 'executeInTransaction=false'],
  ['liquibase', 'runInTransaction="false"'],
  ['goose', '-- +goose NO TRANSACTION'],
  ['atlas', '-- atlas:txmode none'],
  ['knex', 'exports.config = { transaction: false };'],
  ['typeorm', 'transaction = false;'],
])('%s has its directive only where a statement is refused in a transaction', (id, directive) => {
  const migration = stackNamed(id)?.migration;
  const write = (outside: boolean) =>
    migration?.file({
      up: [migration.sql(concurrent, outside)],
      down: [],
      own: false,
      irreversible: false,
      outside,
    });
  expect(write(true)).toContain(directive);
  expect(write(false)).not.toContain(directive);
});

describe.each(stacks)('a migration of $name', ({ migration }) => {
  const write = (rest: Partial<Parameters<typeof migration.file>[0]>) =>
    migration.file({ up: ['up'], down: ['down'], own: false, irreversible: false, outside: false, ...rest });

  it('holds the way there and back', () => expect(write({})).toMatch(/up[\s\S]*down/));

  it('says that it cannot be taken back', () =>
    expect(write({ irreversible: true })).toMatch(/cannot|Irreversible|none/));

  it('keeps a statement as production gets it', () => {
    const statement = "UPDATE orders SET note = 'a'";
    expect(migration.sql(statement, false)).toContain(statement);
  });

  it('shows each form in one line, with the names in it', () => {
    const forms: Forms = migration.own ?? migration.declares ?? {};
    for (const [operation, form] of Object.entries(forms)) {
      const line = (form as (args: unknown, sql: string) => string | undefined)(
        samples[operation as OperationName],
        '',
      );
      expect(line).toMatch(/^[^\n]*(orders|note)[^\n]*$/);
    }
  });
});
