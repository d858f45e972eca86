import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';

const notNull = /\s*\bnot\s+null\b/i;
const hasDefault = (definition: string): boolean => /\bdefault\b|\bas\s*\(/i.test(definition);

/** NOT NULL without a default cannot come back before the values do. */
const acceptable = (definition: string): string =>
  (hasDefault(definition) ? definition : definition.replace(notNull, '')).trim();

/** Takes a column away, with every index that holds it. Its values can be read from the past for a while. */
export function dropColumn(
  { table, column, definition }: OperationArguments['dropColumn'],
  _situation: Situation,
): Outcome {
  const name = columnName(table, column);
  const loses = {
    what: words`every value of ${code(name)}; until ${code('gc.ttlseconds')} is over they are still read with ${code(`AS OF SYSTEM TIME '<the moment noted before>'`)}, then they are only in an export or in a backup`,
  };
  const again = definition === undefined ? undefined : acceptable(definition);
  return performed({
    does: words`Drop ${code(column)} from ${code(table)}, alone. Every index that holds it goes with it, also one that only stores it (${code('STORING')}), and every check that names it`,
    scripts: [
      jobs(
        job(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
          work: 'rewrite',
          page: pages.dropColumn,
          deltas: [{ kind: 'drop-column', column: name }],
          remark: 'cannot be cancelled; refused while a view or the condition of a partial index names it',
        }),
      ),
    ],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW COLUMNS')} does not list ${code(column)}; errors flat 30 min`,
    undo:
      again === undefined
        ? { kind: 'none', because: words`a column that comes back is empty`, loses }
        : back(
            [
              jobs(
                job(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${again}`, {
                  work: hasDefault(again) ? 'rewrite' : 'catalog',
                  page: pages.addColumn,
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
              note: words`The column comes back last in its table and without its values, indexes and checks. Within ${code('gc.ttlseconds')} fill it by the key from ${code(`SELECT … FROM ${quoteTable(table)} AS OF SYSTEM TIME '<the moment noted before>'`)}, read into a table of its own.`,
            },
          ),
  });
}
