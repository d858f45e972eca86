import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

const notNull = /\s*\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b/i.test(definition);

/** NOT NULL without a default cannot come back before the values do. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Writes every row anew. Refused while an index, view, check, key or computed column names it. */
export const dropStatement = (table: TableName, column: string): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
    writes: [table],
    work: 'rewrite',
    page: 'lang_altertable#altertabdropcol',
    deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
  });

/** Takes a column away. Its values are gone with the commit. */
export function dropColumn(
  { table, column, definition }: OperationArguments['dropColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  const loses = { what: words`every value of ${code(name)}; only an export or a copy of the file has them` };
  const again = definition === undefined ? undefined : acceptable(definition);
  return performed({
    does: words`Drop ${code(column)} from ${code(table)}: every row is written anew while every other write to the file waits. SQLite refuses while an index, a view, a check, a key or a computed column names it, and while any view in the file is broken; a trigger that names it fails only when it fires: drop or mend those first`,
    scripts: [short(dropStatement(table, column))],
    worked: words`${code(column)} is not listed; each trigger of ${code(table)} fires without an error; errors flat 30 min`,
    undo:
      again === undefined
        ? { kind: 'none', because: words`a column that comes back is empty`, loses }
        : back(
            [
              short(
                statement(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${again}`, {
                  writes: [table],
                  page: 'lang_altertable#altertabaddcol',
                  deltas: [
                    {
                      kind: 'add-column',
                      column: name,
                      is: { nullable: !notNull.test(again), hasDefault: hasDefault(again), filled: false },
                    },
                  ],
                }),
              ),
            ],
            { loses, note: words`The column comes back last in its table and without its values.` },
          ),
  });
}
