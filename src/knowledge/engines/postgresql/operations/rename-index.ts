import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { renameIndexTo } from './index-statements.ts';

/** Nothing of the application names an index; hints and monitoring may. */
export const renameIndex = ({ table, from, to }: OperationArguments['renameIndex'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename the index ${code(from)} of ${code(table)} to ${code(to)}`,
    scripts: [short(renameIndexTo(table, from, to))],
    worked: words`${code(`\\d ${table}`)} lists ${code(to)}`,
    undo: back([short(renameIndexTo(table, to, from))]),
  });
