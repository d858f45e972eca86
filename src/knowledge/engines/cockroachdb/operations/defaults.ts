import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';

/** Sets or takes the default of a column. Rows that are there stay as they are. */
export const alterDefault = (table: string, column: string, value: string | undefined): Statement =>
  job(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`,
    {
      page: pages.alterColumn,
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: value !== undefined } }],
    },
  );

export const setDefault = (
  { table, column, default: value, was }: OperationArguments['setDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Set the default of ${code(columnName(table, column))} to ${code(value)}: only for rows to come`,
    scripts: [jobs(alterDefault(table, column, value))],
    worked: words`${code('SHOW COLUMNS')} shows ${code(value)} as ${code('column_default')}; an insert that leaves ${code(column)} out gets it`,
    undo: back([jobs(alterDefault(table, column, was))], {
      note: words`Rows written meanwhile keep what the default gave them.`,
    }),
  });

export const dropDefault = (
  { table, column, was }: OperationArguments['dropDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Take the default of ${code(columnName(table, column))} away: an insert that leaves it out writes NULL`,
    scripts: [jobs(alterDefault(table, column, undefined))],
    worked: words`${code('SHOW COLUMNS')} shows no ${code('column_default')}`,
    undo: back([jobs(alterDefault(table, column, was))]),
  });
