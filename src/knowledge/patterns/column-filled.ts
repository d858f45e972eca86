import type { ChangeContext, CheckDraft, StepDraft } from '#model/change.ts';
import { step } from '#model/change.ts';
import { code, words } from '#model/text.ts';
import type { ColumnToAdd } from './column-to-add.ts';
import { batchRows, rowKey } from './row-key.ts';
import { bareTable } from './table-name.ts';
import { tidied } from './tidied.ts';
import { withStatement } from './with-statement.ts';

/** How it is seen that every row has its value, and the right one. */
export const fillChecks = ({ engine }: ChangeContext, { table, column }: ColumnToAdd): readonly CheckDraft[] => [
  {
    key: 'filled',
    title: words`No row of ${code(table)} is without ${code(column)}`,
    when: 'during',
    stages: ['backfill', 'prove'],
    how: words`Count the ${engine.terms.row}s in which it is ${engine.terms.empty}; a second count a minute later finds writers that still leave it out`,
    ...withStatement(engine.query.countNulls({ table, column })),
    expected: words`0, both times`,
    tolerance: words`none`,
  },
  {
    key: 'meaning',
    title: words`Filled values are right`,
    when: 'during',
    stages: ['backfill'],
    how: words`20 rows from the oldest, the newest and the middle of ${code(table)}, read by someone who knows the data`,
    expected: words`each value is right`,
    tolerance: words`none`,
  },
  {
    key: 'count',
    title: words`Rows of ${code(table)}`,
    when: 'after',
    stages: ['prove'],
    how: words`Count them before the first batch and after the last`,
    ...withStatement(engine.query.countRows({ table })),
    expected: words`the difference is what the application inserted and deleted meanwhile`,
    tolerance: words`none that cannot be explained`,
  },
];

/** Gives old rows their value in batches. */
export const filling = (
  context: ChangeContext,
  { table, column, fill, default: given = column }: ColumnToAdd,
): readonly StepDraft[] => [
  step(
    context.engine.backfill({
      table,
      key: rowKey(context, table),
      column,
      expression: fill ?? given,
      onlyEmpty: true,
      batchSize: batchRows,
    }),
    {
      proves: 'filled',
      undo: {
        kind: 'unneeded',
        because: words`no release needs ${code(column)} empty; ${context.engine.rowsAtOnce ? 'cancel the statement' : 'stop the batches'}`,
      },
    },
  ),
  ...tidied(context.engine, table),
];

/** Takes NOT NULL on once no row is without a value. */
export const proved = (context: ChangeContext, { table, column }: ColumnToAdd): StepDraft =>
  step(context.engine.setNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` }));
