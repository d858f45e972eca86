import type { ChangeContext, CheckDraft, StepDraft } from '#model/change.ts';
import { checkStep, deploy, step } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import { withOwnUndo } from './column-added.ts';
import type { ColumnToAdd } from './column-to-add.ts';
import { addedChecks, todayWithout, usesColumn } from './column-to-add.ts';
import { ignoringRelease } from './replacement-checklist.ts';
import { batchRows, pace, paceWhy, rowKey } from './row-key.ts';
import { bareTable } from './table-name.ts';
import type { Way } from './way.ts';
import { withStatement } from './with-statement.ts';
import { tidied } from './tidied.ts';

const fillChecks = ({ engine }: ChangeContext, { table, column }: ColumnToAdd): readonly CheckDraft[] => [
  {
    key: 'filled',
    title: words`No row of ${code(table)} is without ${code(column)}`,
    when: 'during',
    stages: ['backfill', 'prove'],
    how: words`Count the rows in which it is NULL; a second count a minute later finds writers that still leave it out`,
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

const filling = (
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

const proved = (context: ChangeContext, { table, column }: ColumnToAdd): StepDraft =>
  step(context.engine.setNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` }));

/** Empty first, then the default for new rows and the fill for old ones, NOT NULL last. For a default that is computed row by row. */
export function addAndFill(context: ChangeContext, adding: ColumnToAdd): Way {
  const { engine } = context;
  const { table, column, type, notNull, used, default: given = '' } = adding;
  const name = columnName(table, column);
  const added = asOne(
    context,
    words`Add ${code(name)}, empty, and set its default for rows to come`,
    words`old rows have NULL; a row inserted now has a value`,
    engine.addColumn({ table, column, type, nullable: true }),
    engine.setDefault({ table, column, default: given }),
  );
  return {
    strategy: {
      name: words`Add it empty, then the default, then fill old rows in batches`,
      why: words`${code(given)} may give another value for each row, so adding the column with it can rewrite ${code(table)} while nobody reads or writes it.`,
      rejected: [
        {
          what: words`Add the column with its default in one statement`,
          because: words`where the value differs from row to row the whole table is written anew under the strongest lock`,
        },
      ],
    },
    application: {
      today: todayWithout(context, adding, notNull),
      ...(used ? { prove: usesColumn(context, adding) } : {}),
    },
    phases: [
      {
        stage: 'expand',
        title: words`Add ${code(name)} with a default for new rows`,
        why: words`No row is touched, and a release that does not know it gets the default.`,
        steps: [step(withOwnUndo(context, added, { table, column, written: used }), { proves: 'shape' })],
      },
      {
        stage: 'backfill',
        title: words`Fill old rows ${pace(context)}`,
        why: words`${paceWhy(context, 'Short transactions, each with its own commit; only rows without a value are touched.')}`,
        steps: filling(context, adding),
      },
      {
        stage: 'prove',
        title: notNull ? words`Prove that every row has a value` : words`Every row has a value`,
        why: words`A release may count on the column only when no row is without it.`,
        steps: [
          checkStep(words`Count rows without ${code(column)}`, words`0`, { proves: 'filled' }),
          ...(notNull ? [proved(context, adding)] : []),
          ...(used ? [deploy(words`it reads and writes ${code(name)}`)] : []),
        ],
      },
    ],
    checks: [...addedChecks(context, adding), ...fillChecks(context, adding)],
    checklist: notNull ? ignoringRelease(context, table, [column]) : [],
  };
}

/** NOT NULL without a default: a release must write it everywhere before any row may be refused. */
export function addAndRequire(context: ChangeContext, adding: ColumnToAdd): Way {
  const { table, column, type } = adding;
  const name = columnName(table, column);
  const added = context.engine.addColumn({ table, column, type, nullable: true });
  return {
    strategy: {
      name: words`Add it empty, write it everywhere, fill old rows, require it last`,
      why: words`As long as one release that does not know ${code(name)} runs or may come back, NOT NULL would refuse every row that it inserts.`,
      rejected: [
        {
          what: words`Add the column NOT NULL at once`,
          because: words`old rows have no value for it and the running release gives none: the statement or every insert fails`,
        },
        {
          what: words`A default that nobody means`,
          because: words`a forgotten writer would leave a wrong value that looks right`,
        },
      ],
    },
    application: {
      today: todayWithout(context, adding, true),
      'write-both': { ...usesColumn(context, adding), reads: [] },
      retire: usesColumn(context, adding),
    },
    phases: [
      {
        stage: 'expand',
        title: words`Add ${code(name)}, nullable`,
        why: words`Releases that do not know it go on inserting rows.`,
        steps: [step(withOwnUndo(context, added, { table, column, written: true }), { proves: 'shape' })],
      },
      {
        stage: 'write-both',
        title: words`Write ${code(name)} everywhere`,
        why: words`Only when every writer gives a value can the old rows be filled for good.`,
        steps: [deploy(words`it gives ${code(name)} a value in every row it writes, and bears NULL when it reads`)],
      },
      {
        stage: 'backfill',
        title: words`Fill old rows ${pace(context)}`,
        why: words`${paceWhy(context, 'Short transactions, each with its own commit; only rows without a value are touched.')}`,
        steps: filling(context, adding),
      },
      {
        stage: 'prove',
        title: words`No writer leaves ${code(column)} out`,
        why: words`A writer that is found now costs a row; found after NOT NULL it costs an outage.`,
        steps: [
          checkStep(words`Count rows without ${code(column)}, twice, a day apart`, words`0 both times`, {
            proves: 'filled',
          }),
        ],
      },
      {
        stage: 'retire',
        title: words`Require ${code(name)}`,
        why: words`From here on a release that does not write it cannot insert: it comes back only after NOT NULL is gone.`,
        gate: {
          title: words`End of the release that does not know ${code(name)}`,
          criteria: [
            words`0 rows without ${code(column)} for a day`,
            words`every instance, job and import writes it; none older starts any more`,
          ],
        },
        steps: [proved(context, adding), deploy(words`it counts on a value in ${code(name)}`)],
      },
    ],
    checks: [...addedChecks(context, adding), ...fillChecks(context, adding)],
    checklist: [
      ...ignoringRelease(context, table, [column]),
      {
        title: words`Writers of ${code(table)}`,
        detail: words`Services, jobs, imports, consoles and scripts that insert rows, each with the release in which it writes ${code(column)}: ______`,
        critical: true,
      },
    ],
    releaseNotes: {
      'write-both': [words`Writes ${code(name)} in every insert; old rows have NULL until they are filled.`],
      retire: [words`The release before still starts and works; older ones need NOT NULL taken away first.`],
    },
  };
}
