import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** Computed when it is read, or PERSISTED: written to every row now. */
export function addGeneratedColumn(
  { table, column, type, expression, stored }: OperationArguments['addGeneratedColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  return performed({
    does: stored
      ? words`Add the persisted column ${code(name)}: every row is written while nobody can use ${code(table)}`
      : words`Add ${code(name)}, computed when it is read`,
    scripts: [
      short(
        statement(
          `ALTER TABLE ${quoteTable(table)} ADD ${quoteName(column)} AS CAST((${expression}) AS ${type})${stored ? ' PERSISTED' : ''}`,
          {
            locks: { [table]: 'Sch-M' },
            work: stored ? 'rewrite' : 'catalog',
            page: pages.computed,
            deltas: [
              {
                kind: 'add-column',
                column: name,
                is: { nullable: true, hasDefault: false, filled: true, generated: true },
              },
            ],
            remark:
              'an error of the expression in one row fails every read of the column, and every write once it is persisted or indexed',
          },
        ),
      ),
    ],
    worked: words`${code(column)} shows the value of ${code(expression)} in the newest rows; an insert that names it is refused`,
    undo: back([
      short(
        statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
          locks: { [table]: 'Sch-M' },
          page: `${pages.alterTable}#drop`,
          deltas: [{ kind: 'drop-column', column: name }],
        }),
      ),
    ]),
  });
}
