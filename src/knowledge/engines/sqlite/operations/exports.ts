import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { performed, plainly, short, statement } from '../statement.ts';

/** The shell quotes the query with `"`, so names are quoted as SQL text and a `$` stays one. */
const inShell = (query: string): string => query.replaceAll(/["$`\\]/g, (sign) => `\\${sign}`);

const writeOut = (query: string, file: string, deltas: readonly Delta[] = []): Script =>
  plainly(
    statement(`sqlite3 -readonly -header -csv -nullvalue '\\N' <file.db> "${inShell(query)}" > ${file}`, {
      language: 'shell',
      work: 'scan',
      transaction: 'outside',
      page: 'cli#csv_export',
      deltas,
      remark: 'NULL is written as \\N, so that it is not taken for an empty text',
    }),
  );

const exporting = (does: Text, script: Script, file: string): Outcome =>
  performed({
    does,
    scripts: [script],
    worked: words`the lines of ${code(file)} without its head, ______, are the rows of the table; its checksum is noted: ______; read into an empty table and exported again it is the same`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

export const exportColumn = (
  { table, key, column, file }: OperationArguments['exportColumn'],
  _situation: Situation,
): Outcome =>
  exporting(
    words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}`,
    writeOut(
      `SELECT ${quoteName(key)}, ${quoteName(column)} FROM ${quoteTable(table)} ORDER BY ${quoteName(key)}`,
      file,
      [{ kind: 'export', column: columnName(table, column) }],
    ),
    file,
  );

export const exportTable = ({ table, file }: OperationArguments['exportTable'], _situation: Situation): Outcome =>
  exporting(words`Export ${code(table)} to ${code(file)}`, writeOut(`SELECT * FROM ${quoteTable(table)}`, file), file);

/** VACUUM would write the whole file anew; after a fill the planner needs no more than new statistics. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome =>
  performed({
    does: words`Count the values of ${code(table)} anew for the planner`,
    scripts: [
      short(
        statement('PRAGMA analysis_limit = 1000', { work: 'none', page: 'pragma#pragma_analysis_limit' }),
        statement(`ANALYZE ${quoteTable(table)}`, {
          writes: [table],
          page: 'lang_analyze',
          remark: 'the limit keeps it short: it reads about 1000 rows of each index',
        }),
      ),
    ],
    worked: words`plans of the hottest reads as before. ${code('VACUUM')} is not needed: it would write the whole file anew and needs twice its size`,
    undo: { kind: 'unneeded', because: words`no row changes` },
  });
