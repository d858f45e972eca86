import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { addUnproved, dropNamed } from './constraint-statements.ts';

/** Adds a check for new rows; the old ones are proved by `validateConstraint`. */
export const addCheck = (
  { table, constraint, expression }: OperationArguments['addCheck'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Add the check ${code(constraint)} to ${code(table)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, `CHECK (${expression})`))],
    worked: words`${code(`\\d ${table}`)} lists ${code(constraint)} with ${code('NOT VALID')}; writes of the application go through`,
    undo: back([short(dropNamed(table, constraint))]),
  });
