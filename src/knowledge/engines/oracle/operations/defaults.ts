import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { defaultTo } from './column-statements.ts';

const note = words`Rows inserted in between keep the value that they got.`;

/** Counts for rows that are inserted from now on without a value. */
export const setDefault = (
  { table, column, default: value, was }: OperationArguments['setDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Give ${code(columnName(table, column))} the default ${code(value)}`,
    scripts: [short(defaultTo(table, column, value))],
    worked: words`${code('user_tab_columns')} shows it in ${code('data_default')}, and a row inserted without ${code(column)} holds ${code(value)}`,
    undo: back([short(defaultTo(table, column, was))], { note }),
  });

/** Whoever inserts without a value gets NULL from now on, or an error where the column is NOT NULL. */
export const dropDefault = (
  { table, column, was }: OperationArguments['dropDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Take the default from ${code(columnName(table, column))}: it becomes NULL`,
    scripts: [short(defaultTo(table, column, undefined))],
    worked: words`${code('data_default')} of ${code(column)} is NULL or says so`,
    undo: back([short(defaultTo(table, column, was))], { note }),
  });
