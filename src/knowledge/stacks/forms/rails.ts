import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import type { Literal } from './read-sql.ts';
import { concurrently, indented, plainNames, quoted, readLiteral, readType, unproved } from './read-sql.ts';

const symbol = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? `:${name}` : quoted(name));

const list = (names: readonly string[]): string =>
  names.length === 1 ? symbol(names[0] ?? '') : `[${names.map(symbol).join(', ')}]`;

const known = ['text', 'integer', 'bigint', 'boolean', 'date', 'timestamptz', 'uuid', 'json', 'jsonb'];

function typed(type: string): string {
  const read = readType(type);
  const { name = '', sizes: [first, second] = [] } = read ?? {};
  if (known.includes(name) && first === undefined) return `:${name}`;
  if (name === 'varchar' && first !== undefined) return `:string, limit: ${first}`;
  if (name === 'numeric' && first !== undefined) return `:decimal, precision: ${first}, scale: ${second ?? 0}`;
  return quoted(type);
}

const value = (literal: Literal): string => (typeof literal === 'string' ? quoted(literal) : String(literal));

/** A text, a number, or the expression in a lambda. */
function defaulted(expression: string): string {
  const literal = readLiteral(expression);
  return literal === undefined ? `-> { ${quoted(expression)} }` : value(literal);
}

const online = (sql: string): string => (concurrently(sql) ? ', algorithm: :concurrently' : '');
const later = (sql: string): string => (unproved(sql) ? ', validate: false' : '');

const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    `add_column ${symbol(table)}, ${symbol(column)}, ${typed(type)}${nullable ? '' : ', null: false'}${given === undefined ? '' : `, default: ${defaulted(given)}`}`,
  dropColumn: ({ table, column }) => `remove_column ${symbol(table)}, ${symbol(column)}`,
  renameColumn: ({ table, from, to }) => `rename_column ${symbol(table)}, ${symbol(from)}, ${symbol(to)}`,
  setDefault: ({ table, column, default: given }) =>
    `change_column_default ${symbol(table)}, ${symbol(column)}, ${defaulted(given)}`,
  dropDefault: ({ table, column }) => `change_column_default ${symbol(table)}, ${symbol(column)}, nil`,
  setNotNull: ({ table, column }, sql) =>
    unproved(sql) ? undefined : `change_column_null ${symbol(table)}, ${symbol(column)}, false`,
  dropNotNull: ({ table, column }) => `change_column_null ${symbol(table)}, ${symbol(column)}, true`,
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    method !== undefined || collation !== undefined || !plainNames(columns)
      ? undefined
      : `add_index ${symbol(table)}, ${list(columns)}, name: ${quoted(index)}${unique ? ', unique: true' : ''}${where === undefined ? '' : `, where: ${quoted(where)}`}${online(sql)}`,
  dropIndex: ({ table, index }, sql) => `remove_index ${symbol(table)}, name: ${quoted(index)}${online(sql)}`,
  renameIndex: ({ table, from, to }) => `rename_index ${symbol(table)}, ${quoted(from)}, ${quoted(to)}`,
  addCheck: ({ table, constraint, expression }, sql) =>
    `add_check_constraint ${symbol(table)}, ${quoted(expression)}, name: ${quoted(constraint)}${later(sql)}`,
  addForeignKey: ({ table, constraint, columns, references, referencedColumns, onDelete, rules }, sql) =>
    columns.length > 1 || onDelete !== undefined || rules !== undefined
      ? undefined
      : `add_foreign_key ${symbol(table)}, ${symbol(references)}, column: ${list(columns)}, primary_key: ${list(referencedColumns)}, name: ${quoted(constraint)}${later(sql)}`,
  validateConstraint: ({ table, constraint, references }) =>
    references === undefined
      ? `validate_check_constraint ${symbol(table)}, name: ${quoted(constraint)}`
      : `validate_foreign_key ${symbol(table)}, name: ${quoted(constraint)}`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `rename_table ${symbol(from)}, ${symbol(to)}`,
};

export const railsMigration: MigrationForm = {
  language: 'ruby',
  own,
  sql: (statement) => `execute <<~'SQL'\n${indented([statement], 2)}\nSQL`,
  file: ({ up, down, irreversible, outside }) => `class <Name> < ActiveRecord::Migration[<version>]
${outside ? '  disable_ddl_transaction!\n\n' : ''}  def up
${indented(up, 4)}
  end

  def down
${indented(irreversible ? ['raise ActiveRecord::IrreversibleMigration'] : down.length === 0 ? ['# nothing to take back'] : down, 4)}
  end
end`,
  source: manual('https://api.rubyonrails.org/classes/ActiveRecord/ConnectionAdapters/SchemaStatements.html'),
};
