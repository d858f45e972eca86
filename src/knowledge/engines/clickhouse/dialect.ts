import { code, words } from '#model/text.ts';
import type { Dialect } from '../../warehouses/dialect.ts';
import { quotingWith } from '../../warehouses/quoting.ts';
import { columnChanges, inManual, mutations } from './manual.ts';
import { reservedWords } from './reserved-words.ts';

const quoting = quotingWith('`', reservedWords, (value) => `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`);

/** A schema change waits for the queries that read the table, and later ones wait for it; rows are changed by mutations, which hold up nobody. */
export const dialect: Dialect = {
  name: 'ClickHouse',
  quoting,
  sources: {
    columns: columnChanges,
    renames: inManual('sql-reference/statements/rename'),
    tables: inManual('sql-reference/statements/create/table'),
    rows: mutations,
    copies: inManual('sql-reference/statements/create/table'),
    restores: inManual('sql-reference/statements/undrop'),
    reads: inManual('sql-reference/statements/select'),
    views: inManual('sql-reference/statements/create/view'),
    rights: inManual('sql-reference/statements/revoke'),
  },
  schemaChange: { blocks: 'reads and writes', mode: 'ALTER' },
  rowChange: { blocks: 'nothing' },
  transaction: 'none',
  inTransaction: 'outside',
  rowRemark:
    'a mutation: parts are written anew one by one, readers meet old and new ones, and KILL MUTATION only stops the rest',
  newName: quoting.table,
  asText: (expression) => `toString(${expression})`,
  update: (table, sets, where) => `ALTER TABLE ${quoting.table(table)} UPDATE ${sets} WHERE ${where}`,
  remove: (table, where) => `DELETE FROM ${quoting.table(table)} WHERE ${where}`,
  copy: (table, to) => `CREATE TABLE ${quoting.table(to)} CLONE AS ${quoting.table(table)}`,
  copyWork: 'catalog',
  defaultWork: 'catalog',
  tableOf: (table, like, query) => [
    `CREATE TABLE ${quoting.table(table)} AS ${quoting.table(like)}`,
    `INSERT INTO ${quoting.table(table)} ${query}`,
  ],
  view: (name) => `CREATE OR REPLACE VIEW ${name}`,
  revoke: (table, role) => `REVOKE ALL ON ${table} FROM ${quoting.name(role)}`,
  grant: (table, role) => `GRANT SELECT ON ${table} TO ${quoting.name(role)}`,
  tableBack: (table) =>
    words`${code(`UNDROP TABLE ${quoting.table(table)}`)} within ${code('database_atomic_delay_before_drop_table_sec')}, 8 minutes unless it was set; after that from the backup. In ClickHouse Cloud count on the backup alone: of its two pages one gives ${code('UNDROP')} 8 hours there, the other says that it is not supported`,
  rowsBack: (table) =>
    words`from the backup or clone of ${code(table)} taken before, from which the rows are inserted again`,
};
