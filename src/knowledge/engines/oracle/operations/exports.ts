import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { bareName, dictionaryName, ownerOf, quoteName, quoteTable } from '../quote.ts';
import { performed, plainly, statement, unhurried } from '../statement.ts';

export function exportColumn(
  { table, key, column, file }: OperationArguments['exportColumn'],
  _situation: Situation,
): Outcome {
  const by = quoteName(key);
  return performed({
    does: words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}`,
    scripts: [
      plainly(
        statement(
          `sqlplus -L -S /@<service> <<'SQL'
WHENEVER SQLERROR EXIT FAILURE
SET MARKUP CSV ON QUOTE ON
SET FEEDBACK OFF LONG 2000000000 LONGCHUNKSIZE 32767
SPOOL ${file}
SELECT ${by}, ${quoteName(column)} FROM ${quoteTable(table)} ORDER BY ${by};
SPOOL OFF
SQL`,
          {
            language: 'shell',
            work: 'scan',
            page: 'sqpug/SET-system-variable-summary.html',
            deltas: [{ kind: 'export', column: columnName(table, column) }],
            remark:
              'reads as of one moment and holds nobody up; set NLS_DATE_FORMAT and NLS_TIMESTAMP_FORMAT so that days and moments come out whole; the file is written where the client runs',
          },
        ),
      ),
    ],
    worked: words`the lines of ${code(file)} less its head are the rows of ${code(table)}; checksum noted: ______; loaded into an empty table, it compares equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
}

export const exportTable = ({ table, file }: OperationArguments['exportTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Export every row of ${code(table)} to ${code(file)}`,
    scripts: [
      plainly(
        statement(
          `expdp /@<service> TABLES=${quoteTable(table)} DIRECTORY=<directory> DUMPFILE=${file} LOGFILE=${bareName(file)}.log FLASHBACK_TIME=SYSTIMESTAMP`,
          {
            language: 'shell',
            work: 'scan',
            page: 'sutil/oracle-data-pump-export-utility.html',
            remark:
              'Data Pump, whatever the ending says: read it back with impdp; the file is written on the server; undo must last as long as it runs (ORA-01555)',
          },
        ),
      ),
    ],
    worked: words`the log ends without an error and names the row count; loaded with ${code('REMAP_TABLE')}, it compares equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

/** There is no vacuum: undo is written over by itself. What goes stale are the statistics. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome =>
  performed({
    does: words`Bring the statistics of ${code(table)} up to date`,
    scripts: [
      unhurried(
        statement(
          `BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(ownname => ${ownerOf(table)}, tabname => ${dictionaryName(table)});
END;`,
          {
            work: 'scan',
            page: 'arpls/DBMS_STATS.html',
            remark: 'statements that use the table are parsed anew over the next hours, not at once',
          },
        ),
      ),
    ],
    worked: words`${code('user_tab_statistics')} shows ${code('last_analyzed')} as now; the hottest reads keep their plans`,
    undo: {
      kind: 'unneeded',
      because: words`only the optimizer reads them; ${code('DBMS_STATS.RESTORE_TABLE_STATS')} brings the former ones back`,
    },
  });
