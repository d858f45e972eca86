import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { plainNames, quoted, readLiteral, readType } from './read-sql.ts';
import { sqlLine } from './sql-files.ts';

const scalars: Readonly<Record<string, string>> = {
  text: 'String',
  integer: 'Int',
  bigint: 'BigInt',
  boolean: 'Boolean',
  jsonb: 'Json',
};

/** The line of a field; `undefined` where the type or the default has no plain one. */
function field(column: string, type: string, nullable: boolean, given: string | undefined): string | undefined {
  const { name = '', sizes: [first] = [] } = readType(type) ?? {};
  const literal = given === undefined ? undefined : readLiteral(given);
  if (given !== undefined && literal === undefined) return undefined;
  const sized = name === 'varchar' && first !== undefined;
  const scalar = sized ? 'String' : first === undefined ? scalars[name] : undefined;
  if (scalar === undefined) return undefined;
  const value = literal === undefined ? '' : ` @default(${typeof literal === 'string' ? quoted(literal) : literal})`;
  return `${column} ${scalar}${nullable ? '?' : ''}${value}${sized ? ` @db.VarChar(${first})` : ''}`;
}

const declares: Forms = {
  addColumn: ({ column, type, nullable, default: given }) => field(column, type, nullable, given),
  createIndex: ({ index, columns, unique, where, method, collation }) =>
    where !== undefined || method !== undefined || collation !== undefined || !plainNames(columns)
      ? undefined
      : `${unique ? '@@unique' : '@@index'}([${columns.join(', ')}], map: ${quoted(index)})`,
};

export const prismaMigration: MigrationForm = {
  language: 'sql',
  declares,
  sql: sqlLine,
  file: ({
    up,
    down,
    irreversible,
    outside,
  }) => `-- prisma/migrations/<version>_<name>/migration.sql${outside ? ', with this statement alone' : ''}
${up.join('\n')}
-- the way back${irreversible ? ': none' : down.length === 0 ? ': nothing to run' : `, with prisma db execute, never in this folder:\n${down.join('\n')}`}`,
  source: manual('https://www.prisma.io/docs/orm/prisma-migrate/workflows/customizing-migrations'),
};
