import type { ChangeContext } from '#model/change.ts';
import { deploy, step } from '#model/change.ts';
import type { Needs } from '#model/release.ts';
import type { ColumnToAdd } from './column-to-add.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { emptyIsRight, withOwnUndo } from './column-added.ts';
import { addedChecks, todayWithout, usesColumn } from './column-to-add.ts';
import { ignoringRelease } from './replacement-checklist.ts';
import type { Way } from './way.ts';

/** One short statement: every old row has its value at once, be it NULL or the default. */
export function addAtOnce(context: ChangeContext, adding: ColumnToAdd): Way {
  const { table, column, type, notNull, used, default: given } = adding;
  const name = columnName(table, column);
  const required = given !== undefined && notNull;
  const added = context.engine.addColumn({
    table,
    column,
    type,
    nullable: !required,
    ...(given === undefined ? {} : { default: given }),
  });
  const outcome = withOwnUndo(context, given === undefined ? emptyIsRight(added, table, column) : added, {
    table,
    column,
    written: used,
  });
  const today: Needs = todayWithout(context, adding, required);

  return {
    strategy: {
      name: words`Add it in one short statement, before any release names it`,
      why:
        given === undefined
          ? words`A nullable column without a default changes no row, and releases that do not know ${code(name)} go on as before.`
          : words`The default ${code(given)} is one value for all rows, so old rows have it at once, and a release that does not know ${code(name)} gets it on every insert.`,
      rejected: [
        {
          what: words`Add it when the new release starts`,
          because: words`a lock that is not granted would keep the application from starting`,
        },
        ...(given === undefined
          ? []
          : [
              {
                what: words`Add it empty and fill it in batches`,
                because: words`it rewrites every row for a value that all of them can have at once`,
              },
            ]),
      ],
    },
    application: { today, ...(used ? { 'write-both': usesColumn(context, adding) } : {}) },
    phases: [
      {
        stage: 'expand',
        title: words`Add ${code(name)}`,
        why: words`Nobody reads or writes it yet, so it can stay or go.`,
        steps: [step(outcome, { proves: 'shape' })],
      },
      ...(used
        ? [
            {
              stage: 'write-both' as const,
              title: words`Begin to use ${code(name)}`,
              why: words`The column is on every node before the first release that names it.`,
              steps: [deploy(words`it reads and writes ${code(name)}`)],
            },
          ]
        : []),
    ],
    checks: addedChecks(context, adding),
    checklist: required ? ignoringRelease(context, table, [column]) : [],
    ...(used
      ? {
          releaseNotes: {
            'write-both': [
              given === undefined
                ? words`Bears NULL in ${code(name)}: every row that is there today has it.`
                : words`Finds ${code(given)} in ${code(name)} of every row that is there today.`,
            ],
          },
        }
      : {}),
  };
}
