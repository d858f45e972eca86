import { code, words } from '#model/text.ts';
import type { JoiningDialect } from '../../warehouses/dialect.ts';
import { quotingWith } from '../../warehouses/quoting.ts';
import { definition, history, inManual, schemas } from './manual.ts';
import { reservedWords } from './reserved-words.ts';

const quoting = quotingWith('`', reservedWords, (value) => `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`);

/** Readers see a snapshot and nobody waits for a lock; changes of the same partition refuse each other instead. */
export const dialect: JoiningDialect = {
  name: 'BigQuery',
  quoting,
  sources: {
    columns: schemas,
    renames: schemas,
    tables: definition,
    rows: inManual('data-manipulation-language'),
    copies: inManual('table-clones-create'),
    restores: history,
    reads: inManual('reference/standard-sql/query-syntax'),
    views: definition,
    rights: inManual('reference/standard-sql/data-control-language'),
  },
  schemaChange: { blocks: 'nothing' },
  rowChange: { blocks: 'nothing' },
  transaction: 'none',
  inTransaction: 'outside',
  rowRemark:
    'fails if another UPDATE, DELETE or MERGE meets the same partition; rows streamed in within the last 30 to 90 min may be refused',
  newName: (table) => quoting.name(quoting.bare(table)),
  asText: (expression) => `CAST(${expression} AS STRING)`,
  update: (table, sets, where) => `UPDATE ${quoting.table(table)} SET ${sets} WHERE ${where}`,
  remove: (table, where) => `DELETE FROM ${quoting.table(table)} WHERE ${where}`,
  carry: ({ target, source, targetKey, sourceKey, columns }) =>
    `MERGE INTO ${quoting.table(target)} AS t USING ${quoting.table(source)} AS s ON t.${quoting.name(targetKey)} = s.${quoting.name(sourceKey)}
WHEN MATCHED THEN UPDATE SET ${columns.map(({ from, to }) => `${quoting.name(to)} = s.${quoting.name(from)}`).join(', ')}`,
  copy: (table, to) => `CREATE TABLE ${quoting.table(to)} CLONE ${quoting.table(table)}`,
  copyWork: 'catalog',
  defaultWork: 'unconfirmed',
  tableOf: (table, _like, query) => [`CREATE TABLE ${quoting.table(table)} AS ${query}`],
  view: (name) => `CREATE OR REPLACE VIEW ${name}`,
  revoke: (table, role) => `REVOKE \`roles/bigquery.dataViewer\` ON TABLE ${table} FROM ${quoting.text(role)}`,
  grant: (table, role) => `GRANT \`roles/bigquery.dataViewer\` ON TABLE ${table} TO ${quoting.text(role)}`,
  tableBack: (table) =>
    words`${code(`bq cp ${table}@<milliseconds since 1970, before the drop> ${table}`)} within the time travel window of the dataset (7 days unless it was set to fewer); its tags, policies and rights on the table by hand`,
  rowsBack: (table) =>
    words`${code(`INSERT INTO ${quoting.table(table)} SELECT * FROM ${quoting.table(table)} FOR SYSTEM_TIME AS OF TIMESTAMP '<before the delete, UTC>' WHERE <the condition>`)}, within the time travel window of the dataset (7 days unless it was set to fewer)`,
};
