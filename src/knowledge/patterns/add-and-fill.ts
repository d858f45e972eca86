import type { ChangeContext } from '#model/change.ts';
import { checkStep, deploy, step } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import { withOwnUndo } from './column-added.ts';
import type { ColumnToAdd } from './column-to-add.ts';
import { addedChecks, todayWithout, usesColumn } from './column-to-add.ts';
import { fillChecks, filling, proved } from './column-filled.ts';
import { ignoringRelease } from './replacement-checklist.ts';
import { pace, paceWhy } from './row-key.ts';
import type { Way } from './way.ts';

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
