import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { performed } from '../statement.ts';
import { copyOut } from './export-rows.ts';

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
    worked: words`${code('COPY n')} and checksum noted: ______; the same after a load into an empty table and an export of that`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
}
