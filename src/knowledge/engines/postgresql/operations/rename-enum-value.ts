import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { renameValue } from './enum-statements.ts';

/** Every reader meets the new name at once, and a writer of the old one fails. */
export const renameEnumValue = (
  { type, from, to }: OperationArguments['renameEnumValue'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Rename the value ${code(from)} of ${code(type)} to ${code(to)}: from this moment on whoever says ${code(from)} fails`,
    scripts: [short(renameValue(type, from, to))],
    worked: words`${code(`\\dT+ ${type}`)} lists ${code(to)} on every node, and no longer ${code(from)}`,
    undo: back([short(renameValue(type, to, from))], { note: words`From then on whoever says ${code(to)} fails.` }),
  });
