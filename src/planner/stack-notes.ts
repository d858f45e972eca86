import type { Brief } from '#model/brief.ts';
import { isGiven } from '#model/given.ts';
import type { Plan } from '#model/plan.ts';
import type { Stack } from '#model/stack.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';

/** Code of several lines inside a sentence: a line that is indented goes on with the one before. */
const inLine = (text: string): Text =>
  joinText(
    text
      .replaceAll(/\n\s+/g, ' ')
      .split('\n')
      .map((line) => words`${code(line)}`),
    ' and ',
  );

/** What the plan asks of a migration tool. */
function asked(phases: Plan['phases']): {
  readonly outside: boolean;
  readonly deploys: boolean;
  readonly columns: boolean;
} {
  const steps = phases.flatMap((phase) => phase.steps);
  const statements = steps.flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : []));
  return {
    outside: statements.some(({ effect }) => effect.transaction === 'outside'),
    deploys: steps.some(({ action }) => action.kind === 'deploy'),
    columns: statements.some(({ deltas }) =>
      deltas.some(({ kind }) => kind === 'add-column' || kind === 'drop-column' || kind === 'rename-column'),
    ),
  };
}

function notesOf(
  brief: Brief,
  { name, transaction, turnTransactionOff, startup, notes, preparesStatements }: Stack,
  phases: Plan['phases'],
): readonly Text[] {
  const { outside, deploys, columns } = asked(phases);
  const named = brief.stacks.length > 1 ? `${name}: ` : '';
  const off = turnTransactionOff
    ? words`${named}${inLine(turnTransactionOff.text)} for a file that is refused inside a transaction.`
    : words`${named}${transaction}`;
  const prepared =
    columns && preparesStatements === 'yes' && brief.engine.refusesStalePrepared === true
      ? notes.filter(({ says }) => says.some((part) => typeof part === 'string' && /prepare/i.test(part)))
      : [];
  return [
    ...(outside ? [off] : []),
    ...(isGiven(brief.migrationsAtStartup) && brief.migrationsAtStartup ? [words`${named}${startup}`] : []),
    ...(deploys ? prepared.slice(0, 1).map(({ says }) => words`${named}${says}`) : []),
  ];
}

/** What the chosen stacks need said for this plan: only what a step of it runs into. */
export const stackNotesOf = (brief: Brief, phases: Plan['phases']): readonly Text[] =>
  brief.stacks.flatMap((stack) => notesOf(brief, stack, phases));
