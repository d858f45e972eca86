import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { dropStatement } from './drop-column.ts';
import { rebuild, rebuilt } from './rebuild.ts';

/** Computed when read: no row is touched. A stored one cannot be added, so the table is written anew. */
export function addGeneratedColumn(
  { table, column, type, expression, stored }: OperationArguments['addGeneratedColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  const definition = `${quoteName(column)} ${type} GENERATED ALWAYS AS (${expression}) ${stored ? 'STORED' : 'VIRTUAL'}`;
  const deltas = [
    { kind: 'add-column', column: name, is: { nullable: true, hasDefault: false, filled: true, generated: true } },
  ] as const;
  const seen = words`${code(column)} shows the value of ${code(expression)} in the newest rows; an insert that names it is refused`;
  return performed({
    does: stored
      ? words`Rebuild ${code(table)} with the stored column ${code(name)}: ${code('ADD COLUMN')} takes only virtual ones; every other write to the file waits`
      : words`Add ${code(name)}, computed when it is read`,
    scripts: [
      stored
        ? rebuild({ table, differs: `the new column ${definition}`, deltas })
        : short(
            statement(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${definition}`, {
              writes: [table],
              page: 'gencol',
              deltas,
            }),
          ),
    ],
    worked: stored ? rebuilt(table, seen) : seen,
    undo: back([short(dropStatement(table, column))]),
  });
}
