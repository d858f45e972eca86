import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, performed } from '../statement.ts';
import { alter } from './alter-table.ts';

const notNull = /\s*\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b|\bgenerated\b|\bas\s*\(/i.test(definition);

/** NOT NULL without a default would come back as 0 or an empty text in every row. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Takes a column away. Its values are gone with the statement. */
export const dropColumn =
  (family: Family) =>
  ({ table, column, definition }: OperationArguments['dropColumn'], situation: Situation): Outcome => {
    const name = columnName(table, column);
    const loses = { what: words`every value of ${code(name)}; only an export or a backup has them` };
    const drop = alter(family, 'drop column', situation, table, `DROP COLUMN ${quoteName(column)}`, {
      topic: 'columns',
      deltas: [{ kind: 'drop-column', column: name }],
      remark:
        'its indexes and foreign keys go before; a CHECK, a computed column or a partition that names it makes the server refuse; an instant drop frees no room until the next rebuild',
    });
    const again = definition === undefined ? undefined : acceptable(definition);
    return performed({
      does: words`Drop ${code(column)} from ${code(table)}`,
      scripts: [guarded(drop)],
      worked: words`${code(column)} is not listed on any node; errors flat 30 min`,
      undo:
        again === undefined
          ? { kind: 'none', because: words`a column that comes back is empty`, loses }
          : back(
              [
                guarded(
                  alter(family, 'add column', situation, table, `ADD COLUMN ${quoteName(column)} ${again}`, {
                    topic: 'columns',
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
                note: words`The column comes back last in its table and without its values, its indexes and the rights on it alone.`,
              },
            ),
    });
  };
