import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, quoted, readLiteral, unproved } from './read-sql.ts';

const atom = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? `:${name}` : `:${quoted(name)}`);

/** `public.orders` is a table of a prefix, which is told apart. */
function tableOf(table: string): string {
  const [last = '', prefix] = table.split('.').toReversed();
  return `${atom(last)}${prefix === undefined ? '' : `, prefix: ${quoted(prefix)}`}`;
}

const list = (names: readonly string[]): string => `[${names.map(atom).join(', ')}]`;

function defaulted(expression: string): string {
  const literal = readLiteral(expression);
  return literal === undefined
    ? `fragment(${quoted(expression)})`
    : typeof literal === 'string'
      ? quoted(literal)
      : String(literal);
}

/** What would say the column's type again, or names an index without its columns, is written in SQL. */
const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    `alter table(${tableOf(table)}), do: add(${atom(column)}, ${atom(type)}${nullable ? '' : ', null: false'}${given === undefined ? '' : `, default: ${defaulted(given)}`})`,
  dropColumn: ({ table, column }) => `alter table(${tableOf(table)}), do: remove(${atom(column)})`,
  renameColumn: ({ table, from, to }) => `rename table(${tableOf(table)}), ${atom(from)}, to: ${atom(to)}`,
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    method !== undefined || collation !== undefined || !plainNames(columns) || table.includes('.')
      ? undefined
      : `create ${unique ? 'unique_index' : 'index'}(${atom(table)}, ${list(columns)}, name: ${quoted(index)}${where === undefined ? '' : `, where: ${quoted(where)}`}${concurrently(sql) ? ', concurrently: true' : ''})`,
  addCheck: ({ table, constraint, expression }, sql) =>
    table.includes('.')
      ? undefined
      : `create constraint(${atom(table)}, ${atom(constraint)}, check: ${quoted(expression)}${unproved(sql) ? ', validate: false' : ''})`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `rename table(${tableOf(from)}), to: table(${tableOf(to)})`,
};

export const ectoMigration: MigrationForm = {
  language: 'elixir',
  own,
  sql: (statement) => `execute(~S"""\n${indented([statement], 2)}\n""")`,
  file: ({ up, down, irreversible, outside }) => `defmodule <Repo>.Migrations.<Name> do
  use Ecto.Migration
${outside ? '  @disable_ddl_transaction true\n  @disable_migration_lock true\n' : ''}
  def up do
${indented(up, 4)}
  end

  def down do
${indented(irreversible ? ['raise "It cannot be taken back."'] : down.length === 0 ? [':ok'] : down, 4)}
  end
end`,
  source: manual('https://hexdocs.pm/ecto_sql/Ecto.Migration.html'),
};
