import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { performed } from '../statement.ts';
import { rebuild, rebuildBack, rebuilt } from './rebuild.ts';

/** A collation stands in the definition; indexes take it from there. */
export function changeCollation(
  { table, column, from = 'BINARY', to }: OperationArguments['changeCollation'],
  _situation: Situation,
): Outcome {
  const differs = (collation: string) => `${quoteName(column)} COLLATE ${collation}`;
  return performed({
    does: words`Rebuild ${code(table)} with ${code(columnName(table, column))} compared by ${code(to)}; every other write to the file waits. SQLite has ${code('BINARY')}, ${code('NOCASE')} and ${code('RTRIM')}; any other must be registered by every program that opens the file`,
    scripts: [rebuild({ table, differs: differs(to) })],
    worked: rebuilt(table, words`a comparison of ${code(column)} on a copy follows ${code(to)}`),
    undo: rebuildBack({ table, differs: differs(from) }),
  });
}
