import type { ChangeContext, Part } from '#model/change.ts';
import type { Alternative } from '#model/plan.ts';
import type { Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import type { Replacement } from './replacement.ts';
import { meansOf, namesOf } from './replacement.ts';
import { replacementChecklist, replacementQuestions } from './replacement-checklist.ts';
import { replacementChecks } from './replacement-checks.ts';
import { replacementPhases } from './replacement-phases.ts';
import { releasesFor } from './replacement-releases.ts';
import { columnStands } from './table-needs.ts';
import { lacking } from './lacking.ts';

const standsBefore = (replacement: Replacement): readonly Delta[] => {
  const { table, from, required, narrows, indexes, default: given } = replacement;
  return [
    { kind: 'add-table', table },
    columnStands(table, from, {
      nullable: required !== 'yes',
      hasDefault: given !== undefined,
      ...(narrows === true ? { narrow: true } : {}),
    }),
    ...indexes.map(({ index }): Delta => ({ kind: 'add-object', object: `index ${index}` })),
  ];
};

const strategy = (
  context: ChangeContext,
  replacement: Replacement,
  rejected: readonly Alternative[],
): Part['strategy'] => {
  const { from } = replacement;
  const { old } = namesOf(replacement);
  const { synced, flagged } = meansOf(context);
  return {
    name: words`Expand and contract: two columns kept equal ${synced ? 'inside the database' : 'by the releases'}, reads ${flagged ? 'behind a flag' : 'moved by a release'}`,
    why: synced
      ? words`The sync covers old instances, jobs, consoles and bulk writes, all but loads with triggers off, and keeps ${code(old)} current for the way back.`
      : words`A sync inside the database is ${lacking(context, 'triggers')}, so one release writes both from before the backfill until after the last reader has moved.`,
    rejected: [
      {
        what: words`Change ${code(old)} in place or rename it`,
        because: words`running releases fail at that instant, the new one on the way back`,
      },
      {
        what: synced
          ? words`dual writes in the application alone`
          : words`Reading ${code(from)} and the new column in one release`,
        because: synced
          ? words`one missed writer shows up weeks later`
          : words`readers would meet rows that older instances still write`,
      },
      ...rejected,
    ],
  };
};

/** A part in which one column takes over from another: both kept equal, reads moved in shares, the old one dropped last. */
export const expandAndContract = (
  context: ChangeContext,
  replacement: Replacement,
  rejected: readonly Alternative[] = [],
): Omit<Part, 'summary'> => {
  const { old, fresh } = namesOf(replacement);
  return {
    strategy: strategy(context, replacement, rejected),
    before: standsBefore(replacement),
    copies: [[old, fresh]],
    ...releasesFor(context, replacement),
    phases: replacementPhases(context, replacement),
    checks: replacementChecks(context, replacement),
    checklist: replacementChecklist(context, replacement),
    questions: replacementQuestions(context, replacement),
    touches: [old],
    readersMove: { from: old, to: fresh },
  };
};
