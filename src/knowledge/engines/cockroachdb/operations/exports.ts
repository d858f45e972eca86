import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { jobs, performed, plainly, statement } from '../statement.ts';

/** Written where the client runs; a long read, which holds up no writer. */
const copyOut = (query: string, file: string, deltas: readonly Delta[] = []): Script =>
  plainly(
    statement(`cockroach sql --url '<url>' --format=csv --execute ${JSON.stringify(query)} > ${file}`, {
      language: 'shell',
      work: 'scan',
      page: 'export#non-distributed-export-using-the-sql-client',
      deltas,
    }),
  );

export function exportColumn(
  { table, key, column, file }: OperationArguments['exportColumn'],
  _situation: Situation,
): Outcome {
  return performed({
    does: words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}`,
    scripts: [
      copyOut(
        `SELECT ${quoteName(key)}, ${quoteName(column)} FROM ${quoteTable(table)} ORDER BY ${quoteName(key)}`,
        file,
        [{ kind: 'export', column: columnName(table, column) }],
      ),
    ],
    worked: words`as many lines as rows, and the file’s checksum noted: ______; a table loaded from it on the copy compares equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
}

export const exportTable = ({ table, file }: OperationArguments['exportTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Export every row of ${code(table)} to ${code(file)}`,
    scripts: [copyOut(`SELECT * FROM ${quoteTable(table)}`, file)],
    worked: words`as many lines as rows; a table loaded from it on the copy compares equal. Hidden columns are not in ${code('*')}`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

/** There is no vacuum: old versions of rows go by themselves after `gc.ttlseconds`. What goes stale are the statistics. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome =>
  performed({
    does: words`Count the statistics of ${code(table)} anew: old versions of its rows go by themselves after ${code('gc.ttlseconds')}`,
    scripts: [jobs(statement(`ANALYZE ${quoteTable(table)}`, { work: 'scan', page: 'create-statistics' }))],
    worked: words`${code(`SHOW STATISTICS FOR TABLE ${table}`)} shows ${code('created')} as now; the hottest reads keep their plans`,
    undo: { kind: 'unneeded', because: words`only the optimizer reads them` },
  });
