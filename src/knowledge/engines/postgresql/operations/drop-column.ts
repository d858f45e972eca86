import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

const notNull = /\s*\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b|\bgenerated\b/i.test(definition);

/** NOT NULL without a default cannot come back before the values do. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Takes a column away in an instant. Its values are gone with the commit. */
export function dropColumn(
  { table, column, definition }: OperationArguments['dropColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  const loses = { what: words`every value of ${code(name)}; only an export or a backup has them` };
  const drop = statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
    locks: { [table]: 'ACCESS EXCLUSIVE' },
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-COLUMN',
    deltas: [{ kind: 'drop-column', column: name }],
  });
  const again = definition === undefined ? undefined : acceptable(definition);
  return performed({
    does: words`Drop ${code(column)} from ${code(table)}`,
    scripts: [short(drop)],
    worked: words`${code(column)} is not listed on any node; errors flat 30 min`,
    undo:
      again === undefined
        ? {
            kind: 'none',
            because: words`a column that comes back is empty`,
            loses,
          }
        : back(
            [
              short(
                statement(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${again}`, {
                  locks: { [table]: 'ACCESS EXCLUSIVE' },
                  page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-COLUMN',
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
            {
              loses,
              note: words`The column comes back last in its table and without its values, indexes, grants and comment.`,
            },
          ),
  });
}
