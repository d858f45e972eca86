import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { performed } from '../statement.ts';
import { affinityOf } from '../type-change.ts';
import { rebuild, rebuildBack, rebuilt } from './rebuild.ts';

/** Only the affinity of a type has a meaning, so within one there is nothing to change. */
export function changeType(
  { table, column, from, to, using }: OperationArguments['changeType'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  if (using === undefined && affinityOf(from) === affinityOf(to))
    return {
      kind: 'cannot',
      because: words`${code(from)} and ${code(to)} are the same to SQLite: both have the affinity ${affinityOf(from).toUpperCase()}, a length is never held, and every whole number has 64 bits`,
      instead: words`Nothing to run: ${code(name)} holds every value of ${code(to)} today. Where a tool reads the declared type, rebuild the table with it as a change of its own`,
    };
  const differs = (type: string) => `${quoteName(column)} of type ${type}`;
  return performed({
    does: words`Rebuild ${code(table)} with ${code(name)} as ${code(to)} in place of ${code(from)}; every other write to the file waits`,
    scripts: [
      rebuild({
        table,
        differs: differs(to),
        ...(using === undefined ? {} : { computes: { column: quoteName(column), expression: using } }),
      }),
    ],
    worked: rebuilt(
      table,
      words`${code(`SELECT typeof(${quoteName(column)}), count(*) … GROUP BY 1`)} lists only what was meant`,
    ),
    undo: rebuildBack(
      { table, differs: differs(from) },
      {
        loses: {
          what: words`the spelling of values of ${code(name)} that the rebuild converted (${code("'007'")} became 7): they are only in the copy of the file`,
        },
      },
    ),
  });
}
