import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, measure, performed } from '../statement.ts';

const nullness = (table: string, column: string, required: boolean): Statement =>
  job(`ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} ${required ? 'SET' : 'DROP'} NOT NULL`, {
    work: required ? 'scan' : 'catalog',
    page: pages.alterColumn,
    deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: !required } }],
    ...(required ? { remark: 'one NULL makes it fail, and nothing has changed then' } : {}),
  });

/** One job reads every row beside the traffic: a check that was proved before would only read them twice. */
export const setNotNull = ({ table, column }: OperationArguments['setNotNull'], _situation: Situation): Outcome =>
  performed({
    does: words`Set NOT NULL on ${code(columnName(table, column))}: a job reads every row beside reads and writes`,
    scripts: [jobs(nullness(table, column, true))],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW COLUMNS')} shows ${code('is_nullable = false')}`,
    undo: back([jobs(nullness(table, column, false))], {
      note: words`While its job runs, ${code('CANCEL JOB')} does the same.`,
    }),
  });

export const dropNotNull = ({ table, column }: OperationArguments['dropNotNull'], _situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(columnName(table, column))} be NULL. A column of the primary key cannot`,
    scripts: [jobs(nullness(table, column, false))],
    worked: words`${code('SHOW COLUMNS')} shows ${code('is_nullable = true')}`,
    undo: back([jobs(nullness(table, column, true))], {
      minutes: measure(words`reading every row of ${code(table)} once, on a copy with production's size`),
      note: words`Rows in which ${code(column)} is NULL by then make it fail: decide on them first.`,
    }),
  });
