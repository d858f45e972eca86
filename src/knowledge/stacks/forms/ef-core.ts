import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, quoted, readType, unproved } from './read-sql.ts';

const types: Readonly<Record<string, string>> = {
  text: 'string',
  varchar: 'string',
  nvarchar: 'string',
  integer: 'int',
  bigint: 'long',
  smallint: 'short',
  boolean: 'bool',
  bit: 'bool',
  date: 'DateOnly',
  timestamp: 'DateTime',
  datetime2: 'DateTime',
  timestamptz: 'DateTimeOffset',
  datetimeoffset: 'DateTimeOffset',
  uuid: 'Guid',
  uniqueidentifier: 'Guid',
  numeric: 'decimal',
};

/** `name: "note", table: "coupons"`, with the schema where the table has one. */
function named(name: string, table: string): string {
  const [last = '', schema] = table.split('.').toReversed();
  return `name: ${quoted(name)}, table: ${quoted(last)}${schema === undefined ? '' : `, schema: ${quoted(schema)}`}`;
}

const array = (names: readonly string[]): string => `new[] { ${names.map(quoted).join(', ')} }`;

const column = (names: readonly string[], what = 'column'): string =>
  names.length === 1 ? `${what}: ${quoted(names[0] ?? '')}` : `${what}s: ${array(names)}`;

/** What is built while writes go on, or left unproved, is written in SQL. */
const own: Forms = {
  addColumn: ({ table, column: name, type, nullable, default: given }) => {
    const kind = types[readType(type)?.name ?? ''];
    return kind === undefined
      ? undefined
      : `migrationBuilder.AddColumn<${kind}>(${named(name, table)}, type: ${quoted(type)}, nullable: ${nullable}${given === undefined ? '' : `, defaultValueSql: ${quoted(given)}`});`;
  },
  dropColumn: ({ table, column: name }) => `migrationBuilder.DropColumn(${named(name, table)});`,
  renameColumn: ({ table, from, to }) =>
    `migrationBuilder.RenameColumn(${named(from, table)}, newName: ${quoted(to)});`,
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    concurrently(sql) ||
    /\bONLINE\b/i.test(sql) ||
    method !== undefined ||
    collation !== undefined ||
    !plainNames(columns)
      ? undefined
      : `migrationBuilder.CreateIndex(${named(index, table)}, ${column(columns)}${unique ? ', unique: true' : ''}${where === undefined ? '' : `, filter: ${quoted(where)}`});`,
  dropIndex: ({ table, index }, sql) =>
    concurrently(sql) ? undefined : `migrationBuilder.DropIndex(${named(index, table)});`,
  renameIndex: ({ table, from, to }) => `migrationBuilder.RenameIndex(${named(from, table)}, newName: ${quoted(to)});`,
  addCheck: ({ table, constraint, expression }, sql) =>
    unproved(sql) || /\bNOCHECK\b/i.test(sql)
      ? undefined
      : `migrationBuilder.AddCheckConstraint(${named(constraint, table)}, sql: ${quoted(expression)});`,
  addForeignKey: ({ table, constraint, columns, references, referencedColumns, onDelete, rules }, sql) =>
    unproved(sql) ||
    /\bNOCHECK\b/i.test(sql) ||
    onDelete !== undefined ||
    rules !== undefined ||
    columns.length > 1 ||
    references.includes('.')
      ? undefined
      : `migrationBuilder.AddForeignKey(${named(constraint, table)}, ${column(columns)}, principalTable: ${quoted(references)}, ${column(referencedColumns, 'principalColumn')});`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView || `${from}${to}`.includes('.')
      ? undefined
      : `migrationBuilder.RenameTable(name: ${quoted(from)}, newName: ${quoted(to)});`,
};

export const efCoreMigration: MigrationForm = {
  language: 'csharp',
  own,
  sql: (statement, outside) =>
    `migrationBuilder.Sql("""\n${indented([statement], 4)}\n    """${outside ? ', suppressTransaction: true' : ''});`,
  file: ({ up, down, irreversible }) => `protected override void Up(MigrationBuilder migrationBuilder)
{
${indented(up, 4)}
}

protected override void Down(MigrationBuilder migrationBuilder)
{
${indented(irreversible ? ['throw new NotSupportedException("It cannot be taken back.");'] : down.length === 0 ? ['// nothing to take back'] : down, 4)}
}`,
  source: manual(
    'https://learn.microsoft.com/en-us/dotnet/api/microsoft.entityframeworkcore.migrations.migrationbuilder',
  ),
};
