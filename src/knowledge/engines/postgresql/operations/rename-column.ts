import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

const rename = (table: string, from: string, to: string): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`, {
    locks: { [table]: 'ACCESS EXCLUSIVE' },
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-RENAME',
    deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
  });

/** Views, indexes and constraints follow the name; statements of the application and bodies of functions do not. */
export const renameColumn = ({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
    scripts: [short(rename(table, from, to))],
    worked: words`${code(to)} is listed in ${code(table)} on every node, ${code(from)} is not`,
    undo: back([short(rename(table, to, from))], {
      note: words`From then on every statement that says ${code(to)} fails.`,
    }),
  });
