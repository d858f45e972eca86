import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import type { Literal } from './read-sql.ts';
import { concurrently, indented, plainNames, quoted, readLiteral, readType } from './read-sql.ts';

const model = (table: string): string => quoted(`<model of ${table}>`);

const fields: Readonly<Record<string, string>> = {
  text: 'TextField',
  integer: 'IntegerField',
  bigint: 'BigIntegerField',
  smallint: 'SmallIntegerField',
  boolean: 'BooleanField',
  date: 'DateField',
  timestamptz: 'DateTimeField',
  uuid: 'UUIDField',
  jsonb: 'JSONField',
  'double precision': 'FloatField',
};

const value = (literal: Literal): string =>
  typeof literal === 'boolean'
    ? literal
      ? 'True'
      : 'False'
    : typeof literal === 'string'
      ? quoted(literal)
      : `${literal}`;

/** A model's field; `undefined` where no field stands for the type or the default. */
function field(type: string, nullable: boolean, given: string | undefined): string | undefined {
  const { name = '', sizes: [first, second] = [] } = readType(type) ?? {};
  const literal = given === undefined ? undefined : readLiteral(given);
  if (given !== undefined && literal === undefined) return undefined;
  const rest = [...(nullable ? ['null=True'] : []), ...(literal === undefined ? [] : [`db_default=${value(literal)}`])];
  const made = (kind: string, sizes: readonly string[]) => `models.${kind}(${[...sizes, ...rest].join(', ')})`;
  if (name === 'varchar' && first !== undefined) return made('CharField', [`max_length=${first}`]);
  if (name === 'numeric' && first !== undefined)
    return made('DecimalField', [`max_digits=${first}`, `decimal_places=${second ?? 0}`]);
  const kind = fields[name];
  return kind === undefined || first !== undefined ? undefined : made(kind, []);
}

/**
 * A column that goes, or may not be NULL any more, has left the models' state with an earlier release (`SeparateDatabaseAndState`), or is told to it
 * by the model itself: in the database it is changed by SQL.
 */
const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) => {
    const made = field(type, nullable, given);
    return made === undefined ? undefined : `migrations.AddField(${model(table)}, ${quoted(column)}, ${made})`;
  },
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    unique || where !== undefined || method !== undefined || collation !== undefined || !plainNames(columns)
      ? undefined
      : `${concurrently(sql) ? 'AddIndexConcurrently' : 'migrations.AddIndex'}(${model(table)}, models.Index(fields=[${columns.map(quoted).join(', ')}], name=${quoted(index)}))`,
  dropIndex: ({ table, index, unique }, sql) =>
    unique === true
      ? undefined
      : `${concurrently(sql) ? 'RemoveIndexConcurrently' : 'migrations.RemoveIndex'}(${model(table)}, ${quoted(index)})`,
  renameColumn: ({ table, from, to }) => `migrations.RenameField(${model(table)}, ${quoted(from)}, ${quoted(to)})`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `migrations.AlterModelTable(${model(from)}, ${quoted(to)})`,
  validateConstraint: ({ table, constraint, references }) =>
    references === undefined ? `ValidateConstraint(${model(table)}, ${quoted(constraint)})` : undefined,
};

const list = (lines: readonly string[]): string =>
  `[\n${indented(
    lines.map((line) => `${line},`),
    16,
  )}\n            ]`;

export const djangoMigration: MigrationForm = {
  language: 'python',
  own,
  sql: (statement) => `"""${statement.replaceAll('\\', '\\\\')}"""`,
  file: ({ up, down, own: native, irreversible, outside }) => `class Migration(migrations.Migration):
${outside ? '    atomic = False\n' : ''}    dependencies = [("<app>", "<migration before>")]
    operations = [
${
  native
    ? indented(
        up.map((line) => `${line},`),
        8,
      )
    : `        migrations.RunSQL(
            ${list(up)},
            ${irreversible ? '# no reverse_sql: it cannot be taken back' : `reverse_sql=${list(down)},`}
        ),`
}
    ]`,
  source: manual('https://docs.djangoproject.com/en/stable/ref/migration-operations/'),
};
