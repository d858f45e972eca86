import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { back, performed } from '../statement.ts';
import { addProvedCheck, dropCheck } from './constraint-statements.ts';

/** There is no check for new rows alone. */
export const addCheck =
  (family: Family): Operations<Situation>['addCheck'] =>
  ({ table, constraint, expression }, situation) => {
    if (!family.checks(situation))
      return {
        kind: 'cannot',
        because: words`${family.name} before 8.0.16 reads ${code('CHECK')} and forgets it`,
        instead: words`Refuse such rows by ${code('SIGNAL')} in a ${code('BEFORE INSERT')} and a ${code('BEFORE UPDATE')} trigger on ${code(table)}`,
      };
    const blocks = family.clause('copy', situation).mode === 'SHARED_NO_WRITE';
    return performed({
      does: words`Add the check ${code(constraint)} to ${code(table)}: the table is copied ${
        blocks ? words`while nobody can write to it. ${family.copyTools(table)}` : 'beside reads and writes'
      }`,
      scripts: [addProvedCheck(family, table, constraint, `CHECK (${expression})`, situation)],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(constraint)}; writes of the application go through`,
      undo: back([dropCheck(family, table, constraint, situation)]),
    });
  };
