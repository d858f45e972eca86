import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, readLiteral, readType, single, unproved } from './read-sql.ts';

const methods: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigInteger',
  smallint: 'smallInteger',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'timestampTz',
  timestamp: 'timestamp',
  uuid: 'uuid',
  json: 'json',
  jsonb: 'jsonb',
};

function typed(column: string, type: string): string | undefined {
  const { name = '', sizes: [first, second] = [] } = readType(type) ?? {};
  if (name === 'varchar' && first !== undefined) return `string(${single(column)}, ${first})`;
  if (name === 'numeric' && first !== undefined) return `decimal(${single(column)}, ${first}, ${second ?? 0})`;
  const method = methods[name];
  return method === undefined || first !== undefined ? undefined : `${method}(${single(column)})`;
}

const on = (table: string, does: string): string =>
  `Schema::table(${single(table)}, fn (Blueprint $table) => $table->${does});`;

const list = (names: readonly string[]): string => `[${names.map(single).join(', ')}]`;

/** `DB::raw` keeps an expression as it is. */
function defaulted(expression: string): string {
  const literal = readLiteral(expression);
  return literal === undefined
    ? `DB::raw(${single(expression)})`
    : typeof literal === 'string'
      ? single(literal)
      : String(literal);
}

/** What is built while writes go on, or left unproved, is written in SQL. */
const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) => {
    const made = typed(column, type);
    return made === undefined
      ? undefined
      : on(
          table,
          `${made}${nullable ? '->nullable()' : ''}${given === undefined ? '' : `->default(${defaulted(given)})`}`,
        );
  },
  dropColumn: ({ table, column }) => on(table, `dropColumn(${single(column)})`),
  renameColumn: ({ table, from, to }) => on(table, `renameColumn(${single(from)}, ${single(to)})`),
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    concurrently(sql) || where !== undefined || method !== undefined || collation !== undefined || !plainNames(columns)
      ? undefined
      : on(table, `${unique ? 'unique' : 'index'}(${list(columns)}, ${single(index)})`),
  dropIndex: ({ table, index, unique }, sql) =>
    concurrently(sql) ? undefined : on(table, `${unique === true ? 'dropUnique' : 'dropIndex'}(${single(index)})`),
  renameIndex: ({ table, from, to }) => on(table, `renameIndex(${single(from)}, ${single(to)})`),
  addForeignKey: ({ table, constraint, columns, references, referencedColumns, onDelete, rules }, sql) =>
    unproved(sql) || onDelete !== undefined || rules !== undefined
      ? undefined
      : on(
          table,
          `foreign(${list(columns)}, ${single(constraint)})->references(${list(referencedColumns)})->on(${single(references)})`,
        ),
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `Schema::rename(${single(from)}, ${single(to)});`,
};

export const laravelMigration: MigrationForm = {
  language: 'php',
  own,
  sql: (statement) => `DB::unprepared(<<<'SQL'\n${indented([statement], 4)}\n    SQL);`,
  file: ({ up, down, irreversible, outside }) => `return new class extends Migration
{
${outside ? '    public $withinTransaction = false;\n\n' : ''}    public function up(): void
    {
${indented(up, 8)}
    }

    public function down(): void
    {
${indented(irreversible ? ["throw new \\RuntimeException('It cannot be taken back.');"] : down.length === 0 ? ['// nothing to take back'] : down, 8)}
    }
};`,
  source: manual('https://laravel.com/docs/migrations'),
};
