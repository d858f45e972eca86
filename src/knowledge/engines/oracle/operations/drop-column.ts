import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { setUnused } from './column-statements.ts';

const notNull = /\s*(?:\bconstraint\s+\S+\s+)?\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b|\bidentity\b/i.test(definition);

/** NOT NULL without a default cannot come back before the values do. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Takes a column away in the dictionary. Its values are out of reach at once, and their room comes back in a quiet hour. */
export function dropColumn({ table, column, definition }: OperationArguments['dropColumn'], at: Situation): Outcome {
  const name = columnName(table, column);
  const loses = {
    what: words`every value of ${code(name)}; only an export, a restore point or a backup has them`,
  };
  const again = definition === undefined ? undefined : acceptable(definition);
  const free = `ALTER TABLE ${quoteTable(table)} DROP UNUSED COLUMNS CHECKPOINT 1000`;
  return performed({
    does: words`Take ${code(column)} out of ${code(table)} by ${code('SET UNUSED')}: no row is touched, and no statement brings it back`,
    scripts: [
      short(
        setUnused(
          table,
          column,
          at,
          'indexes and constraints of this column alone go with it; refused while it is in the primary key, a partition key or a key of several columns that others refer to',
        ),
      ),
    ],
    worked: words`${code('user_tab_columns')} does not list ${code(column)}, ${code('user_unused_col_tabs')} counts it; errors flat 30 min. Its room: ${code(free)} in a quiet hour, which writes every row while nobody else can write; stopped half way the table is invalid until ${code('DROP COLUMNS CONTINUE')} has ended it`,
    undo:
      again === undefined
        ? { kind: 'none', because: words`a column that comes back is empty`, loses }
        : back(
            [
              short(
                statement(`ALTER TABLE ${quoteTable(table)} ADD (${quoteName(column)} ${again})`, {
                  locks: { [table]: 'exclusive DDL' },
                  page: pages.alterTable,
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
              note: words`The column comes back last in its table, without its values, indexes, constraints and grants on it.`,
            },
          ),
  });
}
