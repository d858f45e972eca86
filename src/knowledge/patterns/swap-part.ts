import type { ChangeContext, CheckDraft, Part } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { dependentsCheck } from './dependents-check.ts';
import { fillsLate } from './replacement.ts';
import { ignoreNotes } from './ignore-notes.ts';
import type { Gives } from './standing-column.ts';
import { givenBy, readsAndGives } from './standing-column.ts';
import type { Swap } from './swap-columns.ts';
import type { SwapExtras } from './swap-in-place.ts';
import { standsBeforeSwap, swapPhases } from './swap-in-place.ts';
import { ignoringRelease } from './replacement-checklist.ts';
import { withStatement } from './with-statement.ts';

const checksOf = (
  context: ChangeContext,
  { table, column, shadow, kept, oldType, newType, key, required }: Swap,
): readonly CheckDraft[] => {
  const { query } = context.engine;
  const name = columnName(table, column);
  const sides = { table, key, ranged: true };
  const [leftOld, rightOld] = oldType === undefined ? [{}, {}] : [{ leftType: oldType }, { rightType: oldType }];
  return [
    dependentsCheck(context, table, column),
    {
      key: 'shape',
      title: words`Shape of ${code(table)}`,
      when: 'during',
      stages: ['prepare', 'expand', 'prove', 'switch', 'retire', 'contract'],
      how: words`Describe it on every node before and after each schema step: default, NOT NULL, indexes, constraints, triggers, grants and comment of ${code(column)}. Views keep the old column after the swap and are made anew`,
      ...withStatement(query.describeTable({ table })),
      expected: words`after the swap ${code(column)} is ${code(newType)} with all that it had; ${code(kept)} is what it was`,
      tolerance: words`none`,
    },
    {
      key: 'filled',
      title: words`${code(shadow)} is complete`,
      when: 'during',
      stages: ['backfill'],
      how: words`Rows without ${code(shadow)}; repeat the pass over what was skipped`,
      ...withStatement(query.countNulls({ table, column: shadow })),
      expected: required === 'yes' ? words`0` : words`the number of rows in which ${code(column)} is NULL too`,
      tolerance: words`none`,
    },
    {
      key: 'parity',
      title: words`${code(column)} and ${code(shadow)} are equal in every row`,
      when: 'during',
      stages: ['prove'],
      how: words`Over the whole key in ranges of 1 million; a row counts only if it still differs 10 s later`,
      ...withStatement(
        query.countDifferences({ ...sides, left: column, right: shadow, ...leftOld, rightType: newType }),
      ),
      expected: words`0`,
      tolerance: words`none`,
    },
    {
      key: 'drift',
      title: words`${code(column)} and ${code(kept)} stay equal`,
      when: 'during',
      stages: ['switch', 'hold', 'retire'],
      how: words`The same comparison every 15 min until the sync stops, over rows added since and one part in 96 of all rows`,
      ...withStatement(query.countDifferences({ ...sides, left: column, right: kept, leftType: newType, ...rightOld })),
      expected: words`0`,
      tolerance: words`none`,
    },
    {
      key: 'application',
      title: words`The application does its work`,
      when: 'after',
      stages: ['write-both', 'switch', 'retire'],
      how: words`Insert, change and read a row of ${code(table)} in an instance that ran before the step and in one started after it; statements prepared before run again`,
      expected: words`each passes`,
      tolerance: words`one failed attempt per connection that is tried again`,
    },
    {
      key: 'after',
      title: words`Errors after the drop of ${code(kept)}`,
      when: 'after',
      stages: ['contract'],
      how: words`Error rate of the application and of every job, for one nightly run; search the logs for ${code(kept)}`,
      expected: words`as in the baseline; ${code(name)} has every value`,
      tolerance: words`none`,
    },
  ];
};

/** A part in which a column changes its type under its own name: shadow, fill, swap, drop. */
export function swapPart(
  context: ChangeContext,
  swap: Swap,
  extras: SwapExtras,
  gives: Gives = givenBy(context, swap.default !== undefined),
): Omit<Part, 'summary' | 'questions'> {
  const { table, column, shadow, kept, narrows, newType, fits } = swap;
  const name = columnName(table, column);
  const ignores = context.stack.remembersColumns ? [columnName(table, shadow), columnName(table, kept)] : [];
  const needs = { ...readsAndGives(table, column, gives), ignores };
  return {
    strategy: {
      name: words`A shadow column kept equal inside the database, then an exchange of names`,
      why: words`The long work goes on beside reads and writes; ${swap.required === 'yes' && fillsLate(context) ? 'the exchange is one transaction' : 'the exchange takes milliseconds'} and the old column stays current for the way back.`,
      rejected: [
        {
          what: words`Change the type of ${code(name)} in place`,
          because: words`the table and its indexes may be written anew while nobody can read or write it`,
        },
        {
          what: words`Move reads and writes to a column with another name`,
          because: words`every line of code that says ${code(column)} would change; choose it where the releases cannot bear both types under one name`,
        },
      ],
    },
    before: standsBeforeSwap(swap, extras.indexes),
    copies: [[name, columnName(table, shadow), columnName(table, kept)]],
    application: { today: needs, 'write-both': needs },
    phases: swapPhases(context, swap, extras),
    checks: checksOf(context, swap),
    checklist: [
      ...ignoringRelease(context, table, [shadow, kept]),
      {
        title: words`Triggers on ${code(table)}`,
        detail: words`The fill changes every row once and fires them; functions that name ${code(column)} are tried with ${code(newType)}. Each is listed with what is done about it: ______`,
        critical: true,
      },
      {
        title: words`Everything that hangs on ${code(name)}`,
        detail: words`Default, NOT NULL, checks, foreign keys in both directions, indexes, grants, comment, views, policies, replication settings: for each its counterpart on ${code(shadow)} before the swap: ______`,
        critical: true,
      },
      ...(fits === undefined
        ? [
            {
              title: words`Everyone who reads ${code(name)}`,
              detail: words`Clients, jobs, reports, loads and change capture that fix its type or its place among the columns: each has been tried with ${code(newType)} by ______`,
              critical: true,
            },
          ]
        : []),
      ...(narrows
        ? [
            {
              title: words`Values until the sync stops`,
              detail:
                fits === undefined
                  ? words`Each must still fit the old type, or the write fails: ______`
                  : words`If the end of ${code(fits.type)} comes nearer than twice the days left: shorten the hold, bring the stop forward; who decides: ______`,
              critical: true,
            },
          ]
        : []),
    ],
    touches: [name],
    releaseNotes: {
      ...(ignores.length > 0 ? { today: ignoreNotes(context, table, [shadow, kept]) } : {}),
      'write-both': [
        words`Reads and writes ${code(column)} in the old type and in ${code(newType)}, in memory, in messages and at every client.`,
        words`Tries a statement again once when the database says that its prepared form no longer fits.`,
        ...ignoreNotes(context, table, [shadow, kept]),
      ],
    },
  };
}
