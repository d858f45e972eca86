import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';

const rename = (table: string, from: string, to: string): Statement =>
  job(`ALTER TABLE ${quoteTable(table)} RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`, {
    page: pages.renameColumn,
    deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
    remark: 'refused while a view names the column; cannot be cancelled',
  });

export const renameColumn = ({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
    scripts: [jobs(rename(table, from, to))],
    worked: words`${code('SHOW COLUMNS')} lists ${code(to)}, and ${code(from)} no more`,
    undo: back([jobs(rename(table, to, from))], {
      note: words`From then on every statement that says ${code(to)} fails.`,
    }),
  });
