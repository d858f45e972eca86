import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { performed, plainly, statement, unhurried } from '../statement.ts';

/** Native format keeps every value as it is; a text file would lose commas and line ends in values. */
const copyOut = (table: TableName, query: string, file: string, deltas: readonly Delta[] = []): Script =>
  plainly(
    statement(`bcp "${query}" queryout ${file} -N -q -S <server> -d <database> -T`, {
      language: 'shell',
      locks: { [table]: 'IS' },
      work: 'scan',
      page: pages.bcp,
      deltas,
      remark:
        'native format, whatever the ending says: read it back with bcp … in … -N; -T is Windows login, -G Entra, -U a SQL login',
    }),
  );

export function exportColumn(
  { table, key, column, file }: OperationArguments['exportColumn'],
  _situation: Situation,
): Outcome {
  const name = quoteName(key);
  return performed({
    does: words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}`,
    scripts: [
      copyOut(table, `SELECT ${name}, ${quoteName(column)} FROM ${quoteTable(table)} ORDER BY ${name}`, file, [
        { kind: 'export', column: columnName(table, column) },
      ]),
    ],
    worked: words`${code('n rows copied')} and the file’s checksum noted: ______; an empty table loaded from it has the same ${code('CHECKSUM_AGG(BINARY_CHECKSUM(*))')}`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
}

export const exportTable = ({ table, file }: OperationArguments['exportTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Export every row of ${code(table)} to ${code(file)}`,
    scripts: [copyOut(table, `SELECT * FROM ${quoteTable(table)}`, file)],
    worked: words`${code('n rows copied')} is the row count; an empty table loaded from it compares equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

/** There is no vacuum: ghost rows are cleaned in the background. What goes stale are the statistics. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome =>
  performed({
    does: words`Bring the statistics of ${code(table)} up to date`,
    scripts: [
      unhurried(
        statement(`UPDATE STATISTICS ${quoteTable(table)}`, {
          locks: { [table]: 'Sch-S' },
          work: 'scan',
          page: 't-sql/statements/update-statistics-transact-sql',
          remark: 'a schema change waits for it; plans that use the table are made anew',
        }),
      ),
    ],
    worked: words`${code('sys.dm_db_stats_properties')} shows ${code('last_updated')} as now; the hottest reads keep their plans`,
    undo: { kind: 'unneeded', because: words`only the optimizer reads them` },
  });
