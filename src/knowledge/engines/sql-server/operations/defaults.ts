import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { addDefault, dropDefaultOf } from './default-statements.ts';

/** A column has one default: the former goes and the new one comes in one transaction. */
const put = (table: string, column: string, value: string | undefined): Script =>
  value === undefined
    ? short(dropDefaultOf(table, column))
    : short(dropDefaultOf(table, column), addDefault(table, column, value));

const note = words`Rows inserted in between keep the value that they got.`;

/** Counts for rows that are inserted from now on without a value. */
export const setDefault = (
  { table, column, default: value, was }: OperationArguments['setDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Give ${code(columnName(table, column))} the default ${code(value)}`,
    scripts: [put(table, column, value)],
    worked: words`${code('sys.default_constraints')} shows it, and a row inserted without ${code(column)} holds ${code(value)}`,
    undo: back([put(table, column, was)], { note }),
  });

/** Whoever inserts without a value gets NULL from now on, or an error where the column is NOT NULL. */
export const dropDefault = (
  { table, column, was }: OperationArguments['dropDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Take the default from ${code(columnName(table, column))}, whatever its constraint is called`,
    scripts: [put(table, column, undefined)],
    worked: words`${code('sys.default_constraints')} has none for ${code(column)}`,
    undo: back([put(table, column, was)], { note }),
  });
