import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { alterDefault } from './defaults.ts';

/** Whoever inserts without a value gets NULL from now on, or an error where the column is NOT NULL. */
export const dropDefault = (
  { table, column, was }: OperationArguments['dropDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Take the default from ${code(columnName(table, column))}`,
    scripts: [short(alterDefault(table, column, undefined))],
    worked: words`${code(column)} is listed without a default on every node`,
    undo: back([short(alterDefault(table, column, was))], {
      note: words`Rows inserted in between keep the value that they got.`,
    }),
  });
