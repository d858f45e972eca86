import type { ChangeContext, CheckDraft, Part, PhaseDraft } from '#model/change.ts';
import { checkStep, step } from '#model/change.ts';
import type { Alternative } from '#model/plan.ts';
import type { TableName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { withStatement } from './with-statement.ts';
import { holdsUp } from './holds-up.ts';
import { lacking } from './lacking.ts';

/** A constraint that is added for new rows first and proved for old ones afterwards. */
export interface ProvedConstraint {
  readonly table: TableName;
  readonly constraint: string;
  readonly added: Outcome;
  readonly proved: Outcome;
  /** What breaks it, as a count that should be 0. */
  readonly violators: Statement | undefined;
  /** `rows without their customer` */
  readonly breaks: string;
}

/** Where the engine can leave old rows unproved, two short phases; else one statement once no row breaks it. */
export function provedConstraint(
  context: ChangeContext,
  { table, constraint, added, proved, breaks }: ProvedConstraint,
  first: PhaseDraft['steps'] = [],
): readonly [PhaseDraft, ...PhaseDraft[]] {
  const clean = checkStep(
    words`Count ${breaks} in ${code(table)}; mend each by its owner’s rule, which is written down: ______`,
    words`0`,
    {
      proves: 'violators',
    },
  );
  if (!context.engine.can('unprovedConstraint'))
    return [
      {
        stage: 'prove',
        title: words`Add ${code(constraint)}`,
        why: words`Adding it without reading every row first is ${lacking(context, 'unprovedConstraint')}, so the rows must be right before.`,
        steps: [...first, clean, step(added, { proves: 'shape' })],
      },
    ];
  return [
    {
      stage: 'expand',
      title: words`Add ${code(constraint)} for new rows`,
      why: words`A short lock and no scan; from here on no further row can break it, so the number of wrong rows only falls.`,
      steps: [...first, step(added, { proves: 'writes' })],
    },
    {
      stage: 'prove',
      title: words`Prove ${code(constraint)} for the rows that are there`,
      why: holdsUp(proved)
        ? words`It counts for every write already. The proof reads every row while others wait for it, so it comes in a quiet hour.`
        : words`The proof reads every row while reads and writes go on.`,
      steps: [clean, step(proved, { proves: 'shape' })],
    },
  ];
}

/** How it is added, and the other order that was rejected. `apart`: what is kept apart where the engine can; `together`: what would happen else. */
export function constraintStrategy(
  { engine }: ChangeContext,
  { table, breaks }: Pick<ProvedConstraint, 'table' | 'breaks'>,
  { apart, together }: { readonly apart: Text; readonly together: Text },
  other: Alternative,
): Part['strategy'] {
  return engine.capability('unprovedConstraint').kind === 'never'
    ? {
        name: words`Rows first, then the constraint in one statement`,
        why: words`${engine.name} has no constraint that counts for new rows only: ${breaks} are mended while ${code(table)} is in use, so that the one statement for which writers wait does not fail.`,
        rejected: [
          {
            what: words`Add it and mend the rows that make it fail`,
            because: words`each try reads every row while every writer waits, only to fail at the first wrong one`,
          },
          other,
        ],
      }
    : {
        name: words`For new rows first, proved for old ones afterwards`,
        why: apart,
        rejected: [{ what: words`Add and prove it in one statement`, because: together }, other],
      };
}

/** Rows that break it, writers that break it, and the constraint itself. */
export const constraintChecks = (
  { engine }: ChangeContext,
  { table, constraint, violators, breaks }: ProvedConstraint,
): readonly CheckDraft[] => [
  {
    key: 'violators',
    title: words`${code(table)}: ${breaks}`,
    when: 'before',
    stages: ['prepare', 'prove'],
    how: words`Count them, before the first step and again before the proof`,
    ...withStatement(violators),
    expected: words`0`,
    tolerance: words`none`,
  },
  {
    key: 'writes',
    title: words`No writer breaks ${code(constraint)}`,
    when: 'after',
    stages: ['expand', 'prove'],
    how: words`Errors that name ${code(constraint)} in the logs of the application and of every job, for one nightly run`,
    expected: words`0`,
    tolerance: words`none: the constraint goes until that writer is mended`,
  },
  {
    key: 'shape',
    title: words`${code(constraint)} is there and proved`,
    when: 'after',
    stages: ['prove'],
    how: words`Describe ${code(table)} on every node`,
    ...withStatement(engine.query.describeTable({ table })),
    expected: words`${code(constraint)} as ordered, proved; nothing else changed`,
    tolerance: words`none`,
  },
];
