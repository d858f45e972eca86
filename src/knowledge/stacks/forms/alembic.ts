import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, quoted, readType, unproved } from './read-sql.ts';

const types: Readonly<Record<string, string>> = {
  text: 'sa.Text()',
  integer: 'sa.Integer()',
  bigint: 'sa.BigInteger()',
  smallint: 'sa.SmallInteger()',
  boolean: 'sa.Boolean()',
  date: 'sa.Date()',
  timestamp: 'sa.TIMESTAMP()',
  timestamptz: 'sa.TIMESTAMP(timezone=True)',
  uuid: 'sa.Uuid()',
  json: 'sa.JSON()',
  jsonb: 'postgresql.JSONB()',
};

function typed(type: string): string | undefined {
  const { name = '', sizes: [first, second] = [] } = readType(type) ?? {};
  if (name === 'varchar' && first !== undefined) return `sa.String(${first})`;
  if (name === 'numeric' && first !== undefined) return `sa.Numeric(${first}, ${second ?? 0})`;
  return first === undefined ? types[name] : undefined;
}

/** `public.orders` is a table of a schema, which is told apart. */
function split(table: string): { readonly table: string; readonly schema: string } {
  const [last = '', schema] = table.split('.').toReversed();
  return { table: quoted(last), schema: schema === undefined ? '' : `, schema=${quoted(schema)}` };
}

const on = (table: string, does: (table: string) => string): string => {
  const { table: name, schema } = split(table);
  return `${does(name)}${schema})`;
};

const list = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const text = (expression: string): string => `sa.text(${quoted(expression)})`;

const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) => {
    const made = typed(type);
    return made === undefined
      ? undefined
      : on(
          table,
          (name) =>
            `op.add_column(${name}, sa.Column(${quoted(column)}, ${made}, nullable=${nullable ? 'True' : 'False'}${given === undefined ? '' : `, server_default=${text(given)}`})`,
        );
  },
  dropColumn: ({ table, column }) => on(table, (name) => `op.drop_column(${name}, ${quoted(column)}`),
  renameColumn: ({ table, from, to }) =>
    on(table, (name) => `op.alter_column(${name}, ${quoted(from)}, new_column_name=${quoted(to)}`),
  setDefault: ({ table, column, default: given }) =>
    on(table, (name) => `op.alter_column(${name}, ${quoted(column)}, server_default=${text(given)}`),
  dropDefault: ({ table, column }) =>
    on(table, (name) => `op.alter_column(${name}, ${quoted(column)}, server_default=None`),
  setNotNull: ({ table, column }, sql) =>
    unproved(sql) ? undefined : on(table, (name) => `op.alter_column(${name}, ${quoted(column)}, nullable=False`),
  dropNotNull: ({ table, column }) => on(table, (name) => `op.alter_column(${name}, ${quoted(column)}, nullable=True`),
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) => {
    if (where !== undefined || method !== undefined || collation !== undefined || !plainNames(columns))
      return undefined;
    return on(
      table,
      (name) =>
        `op.create_index(${quoted(index)}, ${name}, ${list(columns)}${unique ? ', unique=True' : ''}${concurrently(sql) ? ', postgresql_concurrently=True' : ''}`,
    );
  },
  dropIndex: ({ table, index }, sql) => {
    return on(
      table,
      (name) =>
        `op.drop_index(${quoted(index)}, table_name=${name}${concurrently(sql) ? ', postgresql_concurrently=True' : ''}`,
    );
  },
  addCheck: ({ table, constraint, expression }, sql) =>
    on(
      table,
      (name) =>
        `op.create_check_constraint(${quoted(constraint)}, ${name}, ${text(expression)}${unproved(sql) ? ', postgresql_not_valid=True' : ''}`,
    ),
  addForeignKey: ({ table, constraint, columns, references, referencedColumns, onDelete, rules }, sql) =>
    onDelete !== undefined || rules !== undefined || `${table}${references}`.includes('.')
      ? undefined
      : `op.create_foreign_key(${quoted(constraint)}, ${quoted(table)}, ${quoted(references)}, ${list(columns)}, ${list(referencedColumns)}${unproved(sql) ? ', postgresql_not_valid=True' : ''})`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : on(from, (name) => `op.rename_table(${name}, ${split(to).table}`),
};

export const alembicMigration: MigrationForm = {
  language: 'python',
  own,
  sql: (statement) => `op.execute("""${statement.replaceAll('\\', '\\\\').replaceAll(/(?<!:):(?=\w)/g, '\\\\:')}""")`,
  file: ({ up, down, irreversible, outside }) => {
    const block = (lines: readonly string[]) =>
      outside && lines.length > 0 ? [`with op.get_context().autocommit_block():\n${indented(lines, 4)}`] : lines;
    const back = irreversible ? ['raise NotImplementedError("It cannot be taken back.")'] : down;
    return `def upgrade() -> None:
${indented(block(up), 4)}


def downgrade() -> None:
${indented(irreversible ? back : back.length === 0 ? ['pass'] : block(back), 4)}`;
  },
  source: manual('https://alembic.sqlalchemy.org/en/latest/ops.html'),
};
