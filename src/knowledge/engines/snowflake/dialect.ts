import { code, words } from '#model/text.ts';
import type { JoiningDialect } from '../../warehouses/dialect.ts';
import { quotingWith } from '../../warehouses/quoting.ts';
import { alterLock, inManual, locking, timeTravel } from './manual.ts';
import { reservedWords } from './reserved-words.ts';

const quoting = quotingWith('"', reservedWords, (value) => `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`);

/** Locks hold up those who change the same table, never those who read it. */
export const dialect: JoiningDialect = {
  name: 'Snowflake',
  quoting,
  sources: {
    columns: alterLock,
    renames: alterLock,
    tables: inManual('sql-reference/sql/create-table'),
    rows: locking,
    copies: inManual('sql-reference/sql/create-clone'),
    restores: timeTravel,
    reads: inManual('sql-reference/sql/select'),
    views: inManual('sql-reference/sql/create-view'),
    rights: inManual('sql-reference/sql/revoke-privilege'),
  },
  schemaChange: {
    blocks: 'writes',
    mode: 'table lock',
    remark: 'no INSERT, COPY, pipe or task writes the table meanwhile: the manual warns of inconsistencies',
  },
  rowChange: { blocks: 'writes', mode: 'PARTITIONS' },
  transaction: 'none',
  inTransaction: 'outside',
  rowRemark: 'other UPDATE, DELETE and MERGE of the table wait until it has ended; most inserts and loads go on',
  newName: quoting.table,
  asText: (expression) => `TO_VARCHAR(${expression})`,
  update: (table, sets, where) => `UPDATE ${quoting.table(table)} SET ${sets} WHERE ${where}`,
  remove: (table, where) => `DELETE FROM ${quoting.table(table)} WHERE ${where}`,
  carry: ({ target, source, targetKey, sourceKey, columns }) =>
    `MERGE INTO ${quoting.table(target)} AS t USING ${quoting.table(source)} AS s ON t.${quoting.name(targetKey)} = s.${quoting.name(sourceKey)}
WHEN MATCHED THEN UPDATE SET ${columns.map(({ from, to }) => `t.${quoting.name(to)} = s.${quoting.name(from)}`).join(', ')}`,
  copy: (table, to) => `CREATE TABLE ${quoting.table(to)} CLONE ${quoting.table(table)} COPY GRANTS`,
  copyWork: 'catalog',
  defaultWork: 'unconfirmed',
  tableOf: (table, _like, query) => [`CREATE TABLE ${quoting.table(table)} AS ${query}`],
  view: (name) => `CREATE OR REPLACE VIEW ${name} COPY GRANTS`,
  revoke: (table, role) => `REVOKE ALL PRIVILEGES ON TABLE ${table} FROM ROLE ${quoting.name(role)}`,
  grant: (table, role) => `GRANT SELECT ON TABLE ${table} TO ROLE ${quoting.name(role)}`,
  tableBack: (table) =>
    words`${code(`UNDROP TABLE ${quoting.table(table)}`)}, with its rows, grants and policies, within the ${code('DATA_RETENTION_TIME_IN_DAYS')} that it had (1 unless it was set; 0 is none) and only while no other table has its name`,
  rowsBack: (table) =>
    words`the clone of before (${code(`CREATE TABLE <copy> CLONE ${quoting.table(table)} BEFORE (STATEMENT => '<query id of the delete>')`)}), from which the rows are inserted again, within ${code('DATA_RETENTION_TIME_IN_DAYS')} (1 unless it was set)`,
};
