import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';

/** A virtual one is computed when it is read; a stored one is filled by a job. */
export function addGeneratedColumn(
  { table, column, type, expression, stored }: OperationArguments['addGeneratedColumn'],
  _situation: Situation,
): Outcome {
  const kind = stored ? 'STORED' : 'VIRTUAL';
  return performed({
    does: words`Add the computed column ${code(column)} to ${code(table)}${stored ? ': a job computes it for every row first' : ': it is computed when it is read'}`,
    scripts: [
      jobs(
        job(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${type} AS (${expression}) ${kind}`, {
          work: stored ? 'rewrite' : 'catalog',
          page: 'computed-columns',
          deltas: [
            {
              kind: 'add-column',
              column: columnName(table, column),
              is: { nullable: true, hasDefault: false, filled: true, generated: true },
            },
          ],
          remark: 'no release may write it',
        }),
      ),
    ],
    worked: words`its job is ${code('succeeded')}; ten rows show what ${code(expression)} gives`,
    undo: back([
      jobs(
        job(`ALTER TABLE ${quoteTable(table)} DROP COLUMN IF EXISTS ${quoteName(column)}`, {
          work: stored ? 'rewrite' : 'catalog',
          page: pages.dropColumn,
          deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
        }),
      ),
    ]),
  });
}
