import type { ChangeContext, CheckDraft, StepDraft } from '#model/change.ts';
import { checkStep, step } from '#model/change.ts';
import type { TableName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { withStatement } from './with-statement.ts';

/** The build, then a look at whether it is used. */
export const onlineIndex = (built: Outcome, index: string): readonly StepDraft[] => [
  step(built, { minutes: { kind: 'measure', what: words`the build of ${code(index)} in the dry run` } }),
  checkStep(
    words`Plan of the read that ${code(index)} was made for, on the primary and where it runs`,
    words`it uses ${code(index)}`,
    {
      proves: 'plan',
      minutes: { kind: 'assumed', minutes: 5 },
    },
  ),
];

/** That the index is right, and that it was worth its cost on writes. */
export const indexChecks = (
  context: ChangeContext,
  { table, index, columns }: { readonly table: TableName; readonly index: string; readonly columns: readonly string[] },
): readonly CheckDraft[] => [
  {
    key: 'shape',
    title: words`Indexes of ${code(table)}`,
    when: 'before',
    stages: ['prepare'],
    how: words`None is over ${code(columns.join(', '))} already, and none called ${code(index)} is left from an earlier try`,
    ...withStatement(context.engine.query.describeTable({ table })),
    expected: words`no such index`,
    tolerance: words`none`,
  },
  {
    key: 'plan',
    title: words`${code(index)} is used`,
    when: 'after',
    stages: ['expand'],
    how: words`The plan of the read it was made for; its count of uses a day later`,
    ...withStatement(context.engine.query.indexUse({ table, index })),
    expected: words`the plan names it and the count grows`,
    tolerance: words`write latency of ${code(table)} as in the baseline`,
  },
];
