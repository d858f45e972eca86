import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { dropDefaultOf } from './default-statements.ts';

const notNull = /\s*\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b|\bidentity\b/i.test(definition);

/** NOT NULL without a default cannot come back before the values do. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Takes a column away, and the default that would keep it. Its values are gone with the commit. */
export function dropColumn(
  { table, column, definition }: OperationArguments['dropColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  const loses = { what: words`every value of ${code(name)}; only an export or a backup has them` };
  const drop = statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
    locks: { [table]: 'Sch-M' },
    work: 'unconfirmed',
    page: `${pages.alterTable}#drop`,
    source: unconfirmed(
      `How long does dropping ${name} hold Sch-M? The manual names it among the changes that may affect all rows: time it on the copy.`,
    ),
    deltas: [{ kind: 'drop-column', column: name }],
    remark:
      'refused while an index, a statistic made by hand, a check, a key or a schema-bound module names it: those go first, each by its own statement',
  });
  const again = definition === undefined ? undefined : acceptable(definition);
  return performed({
    does: words`Drop ${code(column)} from ${code(table)}, and its default with it`,
    scripts: [short(dropDefaultOf(table, column), drop)],
    worked: words`${code(column)} is not in ${code('sys.columns')}; errors flat 30 min. Its space comes back only with a rebuild of the table`,
    undo:
      again === undefined
        ? { kind: 'none', because: words`a column that comes back is empty`, loses }
        : back(
            [
              short(
                statement(`ALTER TABLE ${quoteTable(table)} ADD ${quoteName(column)} ${again}`, {
                  locks: { [table]: 'Sch-M' },
                  work: notNull.test(again) ? 'rewrite' : 'catalog',
                  page: `${pages.alterTable}#add`,
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
              note: words`The column comes back last in its table, without its values, indexes, rights on it and extended properties.`,
            },
          ),
  });
}
