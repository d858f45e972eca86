import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, unproved } from './read-sql.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** `name="value"` for each that is given. */
const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${value.replaceAll(/[&<"]/g, (sign) => entities[sign] ?? sign)}"`],
    )
    .join('');

/** `public.orders` is a table of a schema, which is told apart. */
function on(table: string): Readonly<Record<string, string | undefined>> {
  const [tableName, schemaName] = table.split('.').toReversed();
  return { schemaName, tableName };
}

/** What is built while writes go on, or left unproved, is written in SQL. */
const own: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    `<addColumn${attributes(on(table))}><column${attributes({ name: column, type, defaultValueComputed: given })}${nullable ? '/>' : '><constraints nullable="false"/></column>'}</addColumn>`,
  dropColumn: ({ table, column }) => `<dropColumn${attributes({ ...on(table), columnName: column })}/>`,
  renameColumn: ({ table, from, to }, sql) =>
    /`/.test(sql)
      ? undefined
      : `<renameColumn${attributes({ ...on(table), oldColumnName: from, newColumnName: to })}/>`,
  setDefault: ({ table, column, default: given }) =>
    `<addDefaultValue${attributes({ ...on(table), columnName: column, defaultValueComputed: given })}/>`,
  dropDefault: ({ table, column }) => `<dropDefaultValue${attributes({ ...on(table), columnName: column })}/>`,
  createIndex: ({ table, index, columns, unique, where, method, collation }, sql) =>
    concurrently(sql) || where !== undefined || method !== undefined || collation !== undefined || !plainNames(columns)
      ? undefined
      : `<createIndex${attributes({ ...on(table), indexName: index, unique: unique ? 'true' : undefined })}>${columns.map((name) => `<column${attributes({ name })}/>`).join('')}</createIndex>`,
  dropIndex: ({ table, index }, sql) =>
    concurrently(sql) ? undefined : `<dropIndex${attributes({ ...on(table), indexName: index })}/>`,
  addForeignKey: ({ table, constraint, columns, references, referencedColumns, onDelete, rules }, sql) =>
    unproved(sql) || onDelete !== undefined || rules !== undefined || `${table}${references}`.includes('.')
      ? undefined
      : `<addForeignKeyConstraint${attributes({ constraintName: constraint, baseTableName: table, baseColumnNames: columns.join(','), referencedTableName: references, referencedColumnNames: referencedColumns.join(',') })}/>`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView || `${from}${to}`.includes('.')
      ? undefined
      : `<renameTable${attributes({ oldTableName: from, newTableName: to })}/>`,
};

const sql = (statement: string): string => `<sql splitStatements="false"><![CDATA[\n${statement}\n]]></sql>`;

export const liquibaseMigration: MigrationForm = {
  language: 'xml',
  own,
  sql,
  file: ({
    up,
    down,
    irreversible,
    outside,
  }) => `<changeSet id="<id>" author="<author>"${outside ? ' runInTransaction="false"' : ''}>
${indented(up, 2)}
  ${irreversible ? '<!-- it cannot be taken back -->' : down.length === 0 ? '<rollback/>' : `<rollback>\n${indented(down, 4)}\n  </rollback>`}
</changeSet>`,
  source: manual('https://docs.liquibase.com/concepts/changelogs/attributes/run-in-transaction.html'),
};
