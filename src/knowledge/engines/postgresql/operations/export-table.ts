import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../quote.ts';
import { performed } from '../statement.ts';
import { copyOut } from './export-rows.ts';

export const exportTable = ({ table, file }: OperationArguments['exportTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Export every row of ${code(table)} to ${code(file)}`,
    scripts: [copyOut(table, `SELECT * FROM ${quoteTable(table)}`, file)],
    worked: words`${code('COPY n')} is the rows of ${code(table)}; loaded into an empty copy it compares equal; checksum ______`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
