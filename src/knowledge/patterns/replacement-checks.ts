import type { ChangeContext, CheckDraft } from '#model/change.ts';
import { code, words } from '#model/text.ts';
import { dependentsCheck } from './dependents-check.ts';
import type { Replacement } from './replacement.ts';
import { filledFrom, meansOf, namesOf } from './replacement.ts';
import { rowKey } from './row-key.ts';
import { withStatement } from './with-statement.ts';

/** Whether the columns are equal, mean the same, and serve the application. */
function equality(context: ChangeContext, replacement: Replacement): readonly CheckDraft[] {
  const { query } = context.engine;
  const { table, from, to, forward = from, newType } = replacement;
  const { synced } = meansOf(context);
  const type = filledFrom(replacement);
  const sides = {
    table,
    key: rowKey(context, table),
    left: forward,
    right: to,
    ...(type === undefined ? {} : { leftType: type }),
    rightType: newType,
  };
  return [
    {
      key: 'parity',
      title: words`Parity, 100 % of rows`,
      when: 'during',
      stages: ['prove'],
      how: words`Ranges of 1 million; a row counts if it still differs 10 s later`,
      ...withStatement(query.countDifferences({ ...sides, ranged: true })),
      expected: words`0`,
      tolerance: words`none`,
    },
    {
      key: 'drift',
      title: words`Drift`,
      when: 'during',
      stages: synced
        ? ['expand', 'write-both', 'backfill', 'prove', 'switch', 'hold', 'retire']
        : ['prove', 'switch', 'hold', 'retire'],
      how: words`The same every 15 min on rows added since phase 1; once filled also on 1/96 of all, each row once a day; ends ${synced ? words`when the sync stops` : words`with the last release that writes both`}`,
      expected: words`0`,
      tolerance: words`none`,
    },
    // Where the value is the same on both sides, equal rows mean the same.
    ...(forward === from
      ? []
      : [
          {
            key: 'meaning',
            title: words`Meaning`,
            when: 'during' as const,
            stages: ['prove' as const, 'switch' as const],
            how: words`Rows per value, by each column`,
            ...withStatement(query.distribution({ table, left: forward, right: to })),
            expected: words`no line`,
            tolerance: words`none`,
          },
        ]),
  ];
}

/** What is looked at before, and around each release. */
export function replacementChecks(context: ChangeContext, replacement: Replacement): readonly CheckDraft[] {
  const { query } = context.engine;
  const { table, from, to, narrows, default: given } = replacement;
  const { old } = namesOf(replacement);
  const { synced } = meansOf(context);
  return [
    dependentsCheck(context, table, from),
    {
      key: 'shape',
      title: words`Shape of ${code(table)}`,
      when: 'during',
      stages: ['prepare', 'expand', 'prove', 'retire'],
      how: words`On every node, around each schema step; grants and comments too`,
      ...withStatement(query.describeTable({ table })),
      expected: words`as the phase table; once proved ${code(to)} lacks only the default`,
      tolerance: words`none`,
    },
    ...equality(context, replacement),
    {
      key: 'application',
      title: words`Application`,
      when: 'after',
      stages: ['write-both', 'switch', 'retire'],
      how: words`Insert with${given === undefined ? '' : ' and without'} a value, change it, read it in the same request; one job, one retry`,
      expected: synced ? words`both columns right; once the sync is off ${code(to)} alone` : words`both columns right`,
      tolerance: words`none`,
    },
    ...(narrows
      ? [
          {
            key: 'longest',
            title: words`Fits ${code(old)}`,
            when: 'during' as const,
            stages: ['prove' as const, 'retire' as const],
            how: words`Longest value`,
            ...withStatement(query.longestValue({ table, column: to })),
            expected: words`within the limit of ${code(from)}`,
            tolerance: words`none`,
          },
        ]
      : []),
    {
      key: 'idle',
      title: words`${code(from)} is idle`,
      when: 'after',
      stages: ['retire', 'contract'],
      how: words`Its statements, ours left out; calls saved on every node when readers have moved; owners sign`,
      ...withStatement(query.columnUse({ table, column: from })),
      expected: words`none new, none whose calls grow`,
      tolerance: words`none`,
    },
    {
      key: 'after',
      title: words`After the drop`,
      when: 'after',
      stages: [],
      how: words`Errors and logs, over one nightly run`,
      expected: words`as the baseline; none names it`,
      tolerance: words`none`,
    },
  ];
}
