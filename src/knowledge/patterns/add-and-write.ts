import type { ChangeContext, PhaseDraft } from '#model/change.ts';
import { checkStep, deploy, step } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { withOwnUndo } from './column-added.ts';
import { fillChecks, filling, proved } from './column-filled.ts';
import type { ColumnToAdd } from './column-to-add.ts';
import { addedChecks, todayWithout, usesColumn } from './column-to-add.ts';
import { ignoringRelease } from './replacement-checklist.ts';
import { pace, paceWhy } from './row-key.ts';
import type { Way } from './way.ts';

const everywhere = words`Add it empty, write it everywhere, fill old rows`;

/** `noDefault`: why the database gives rows to come no value, where one is meant for them. */
function strategyOf({ table, column, notNull, default: given }: ColumnToAdd, noDefault?: Text): Way['strategy'] {
  const name = columnName(table, column);
  if (noDefault !== undefined)
    return {
      name: notNull ? words`${everywhere}, require it last` : everywhere,
      why: words`${noDefault}. So each release that writes ${code(table)} gives ${code(given ?? column)} itself, before old rows are filled.`,
      rejected: [
        {
          what: words`Leave the value to the database`,
          because: words`rows of releases that do not know ${code(name)} would stay without one, and nobody would notice`,
        },
      ],
    };
  return {
    name: words`${everywhere}, require it last`,
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
  };
}

const lastPhase = (context: ChangeContext, adding: ColumnToAdd): PhaseDraft => {
  const { table, column } = adding;
  const name = columnName(table, column);
  return {
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
  };
};

/**
 * The database gives no value, so a release writes it everywhere before any row may be refused or relied on: for NOT
 * NULL without a default, and for a default that the engine does not set.
 */
export function addAndWrite(context: ChangeContext, adding: ColumnToAdd, noDefault?: Text): Way {
  const { table, column, type, notNull, used } = adding;
  const name = columnName(table, column);
  const { default: meant, ...bare } = adding;
  const uses = usesColumn(context, { ...bare, notNull: true });
  const added = context.engine.addColumn({ table, column, type, nullable: true });
  const gives = words`it gives ${code(name)} a value in every row it writes, and bears NULL when it reads`;
  return {
    strategy: strategyOf(adding, noDefault),
    application: {
      today: todayWithout(context, adding, true),
      'write-both': { ...uses, reads: [] },
      ...(notNull ? { retire: uses } : used ? { prove: uses } : {}),
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
        steps: [deploy(gives)],
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
        why: notNull
          ? words`A writer that is found now costs a row; found after NOT NULL it costs an outage.`
          : words`A release may count on the column only when no row is without it.`,
        steps: [
          checkStep(words`Count rows without ${code(column)}, twice, a day apart`, words`0 both times`, {
            proves: 'filled',
          }),
          ...(used && !notNull ? [deploy(words`it counts on a value in ${code(name)}`)] : []),
        ],
      },
      ...(notNull ? [lastPhase(context, adding)] : []),
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
      'write-both': [
        words`Writes ${code(name)} in every insert${meant === undefined ? '' : words`, ${code(meant)} where nobody says another value`}; old rows have NULL until they are filled.`,
      ],
      ...(notNull
        ? { retire: [words`The release before still starts and works; older ones need NOT NULL taken away first.`] }
        : {}),
    },
  };
}
