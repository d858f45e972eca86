import { code, words } from '#model/text.ts';
import type { JoiningDialect } from '../../warehouses/dialect.ts';
import { quotingWith } from '../../warehouses/quoting.ts';
import { alterTable, deepCopy, inManual, lockModes, snapshots } from './manual.ts';
import { reservedWords } from './reserved-words.ts';

const quoting = quotingWith('"', reservedWords);

/** A schema change takes the whole table until its transaction ends; those who write rows wait for each other. */
export const dialect: JoiningDialect = {
  name: 'Amazon Redshift',
  quoting,
  sources: {
    columns: alterTable,
    renames: alterTable,
    tables: inManual('r_CREATE_TABLE_NEW'),
    rows: lockModes,
    copies: deepCopy,
    restores: snapshots,
    reads: inManual('r_SELECT_synopsis'),
    views: inManual('r_CREATE_VIEW'),
    rights: inManual('r_REVOKE'),
  },
  schemaChange: { blocks: 'reads and writes', mode: 'AccessExclusiveLock' },
  rowChange: { blocks: 'writes', mode: 'ShareRowExclusiveLock' },
  transaction: 'one',
  inTransaction: 'any',
  rowRemark:
    'other writers of the table wait until it has ended; each changed row is written anew, so VACUUM and ANALYZE follow',
  newName: (table) => quoting.name(quoting.bare(table)),
  asText: (expression) => `CAST(${expression} AS VARCHAR(65535))`,
  update: (table, sets, where) => `UPDATE ${quoting.table(table)} SET ${sets} WHERE ${where}`,
  remove: (table, where) => `DELETE FROM ${quoting.table(table)} WHERE ${where}`,
  carry: ({ target, source, targetKey, sourceKey, columns }) =>
    `UPDATE ${quoting.table(target)} AS t SET ${columns.map(({ from, to }) => `${quoting.name(to)} = s.${quoting.name(from)}`).join(', ')}
FROM ${quoting.table(source)} AS s WHERE t.${quoting.name(targetKey)} = s.${quoting.name(sourceKey)}`,
  copy: (table, to) => `CREATE TABLE ${quoting.table(to)} AS SELECT * FROM ${quoting.table(table)}`,
  copyWork: 'scan',
  defaultWork: 'unconfirmed',
  tableOf: (table, _like, query) => [`CREATE TABLE ${quoting.table(table)} AS ${query}`],
  view: (name) => `CREATE OR REPLACE VIEW ${name}`,
  revoke: (table, role) => `REVOKE ALL ON TABLE ${table} FROM ROLE ${quoting.name(role)}`,
  grant: (table, role) => `GRANT SELECT ON TABLE ${table} TO ROLE ${quoting.name(role)}`,
  tableBack: (table) =>
    words`from the snapshot taken before: restore ${code(table)} under its name, then its grants and views by hand; what was written since the snapshot is not in it`,
  rowsBack: (table) =>
    words`from the snapshot taken before: restore ${code(table)} under another name, then insert the rows again; what was written since the snapshot is not in it`,
};
