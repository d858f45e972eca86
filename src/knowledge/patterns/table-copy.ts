import type { CheckDraft, ChangeContext } from '#model/change.ts';
import type { CopyGroup, OperationArguments } from '#model/operations.ts';
import type { Stage } from '#model/plan.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { withStatement } from './with-statement.ts';

/** Columns of one table that a second table holds as well, row by row. */
export type TableCopy = OperationArguments['startTableSync'];

/** Which columns hold the same thing in both tables. */
export const copiesOf = ({ from, to, columns }: TableCopy): readonly CopyGroup[] =>
  columns.map((pair) => [columnName(from, pair.from), columnName(to, pair.to)]);

/** What shows that the second table holds what the first holds, beyond the number of rows. */
export function copyChecks(context: ChangeContext, copy: TableCopy, during: readonly Stage[]): readonly CheckDraft[] {
  const { query } = context.engine;
  const { from, to, key, toKey, columns } = copy;
  const [first] = columns;
  return [
    {
      key: 'parity',
      title: words`Every row of ${code(from)} equals its row in ${code(to)}`,
      when: 'during',
      stages: during,
      how: words`In ranges: while the copy runs up to its last one, then over the whole key, then 1/96 of it every 15 min. A row counts if it still differs 10 s later`,
      ...withStatement(query.countTableDifferences({ ...copy, ranged: true })),
      expected: words`0`,
      tolerance: words`none`,
    },
    {
      key: 'strays',
      title: words`No row of ${code(to)} without its row in ${code(from)}`,
      when: 'during',
      stages: during,
      how: words`Rows of ${code(to)} whose ${code(toKey)} is not a ${code(key)} of ${code(from)}`,
      ...withStatement(query.countOrphans({ table: to, columns: [toKey], references: from, referencedColumns: [key] })),
      expected: words`0`,
      tolerance: words`none`,
    },
    {
      key: 'meaning',
      title: words`The same figures from both tables`,
      when: 'during',
      stages: during,
      how: words`A figure that the business knows, last 30 days, from each${first ? words`, grouped by ${code(first.from)}` : ''}`,
      expected: words`equal`,
      tolerance: words`none`,
    },
  ];
}
