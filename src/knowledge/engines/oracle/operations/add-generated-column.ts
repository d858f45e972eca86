import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** Oracle computes a virtual column when it is read. A stored one is a plain column that somebody fills. */
export function addGeneratedColumn(
  { table, column, type, expression, stored }: OperationArguments['addGeneratedColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  if (stored)
    return {
      kind: 'cannot',
      because: words`a generated column is virtual in Oracle 19c and 21c: it is computed when it is read, and stored nowhere`,
      instead: words`Make it virtual and put an index on ${code(column)}, which stores the values; or add a plain column that a trigger keeps equal`,
    };
  return performed({
    does: words`Add ${code(name)}, computed when it is read`,
    scripts: [
      short(
        statement(
          `ALTER TABLE ${quoteTable(table)} ADD (${quoteName(column)} ${type} GENERATED ALWAYS AS (${expression}) VIRTUAL)`,
          {
            locks: { [table]: 'exclusive DDL' },
            page: pages.createTable,
            deltas: [
              {
                kind: 'add-column',
                column: name,
                is: { nullable: true, hasDefault: false, filled: true, generated: true },
              },
            ],
            remark: 'a function in it must be DETERMINISTIC; an error of it in one row fails every read of the column',
          },
        ),
      ),
    ],
    worked: words`${code(column)} shows the value of ${code(expression)} in the newest rows; an insert that names it is refused (${code('ORA-54013')}), and so is one without a list of columns`,
    undo: back([
      short(
        statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
          locks: { [table]: 'exclusive DDL' },
          page: pages.alterTable,
          deltas: [{ kind: 'drop-column', column: name }],
          remark: 'a virtual column is in no row: only the dictionary changes',
        }),
      ),
    ]),
  });
}
