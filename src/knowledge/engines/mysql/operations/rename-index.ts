import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { back, performed, short } from '../statement.ts';
import { renameIndexTo } from './index-statements.ts';

/** Statements with an index hint name it; everybody else does not. */
export const renameIndex =
  (family: Family): Operations<Situation>['renameIndex'] =>
  ({ table, from, to }, situation) =>
    performed({
      does: words`Rename the index ${code(from)} of ${code(table)} to ${code(to)}; a query with ${code(`FORCE INDEX (${from})`)} fails from now on`,
      scripts: [short(renameIndexTo(family, table, from, to, situation))],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(to)}`,
      undo: back([short(renameIndexTo(family, table, to, from, situation))]),
    });
