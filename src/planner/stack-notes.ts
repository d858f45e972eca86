import type { Brief } from '#model/brief.ts';
import { isGiven } from '#model/given.ts';
import type { Plan } from '#model/plan.ts';
import type { Stack } from '#model/stack.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { words } from '#model/text.ts';
import { migratingStacks } from './recorded.ts';

/** Releases come out while columns come, go or get another name: what was prepared before meets another table. */
function meetsOther(phases: Plan['phases']): boolean {
  const steps = phases.flatMap((phase) => phase.steps);
  const deltas = steps
    .flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : []))
    .flatMap((statement) => statement.deltas);
  return (
    steps.some(({ action }) => action.kind === 'deploy') &&
    deltas.some(({ kind }) => kind === 'add-column' || kind === 'drop-column' || kind === 'rename-column')
  );
}

/** What the chosen stacks need said for this plan: only what a step of it runs into. The directive for a transaction stands with what is recorded. */
export function stackNotesOf({ stacks, migrationsAtStartup, engine }: Brief, phases: Plan['phases']): readonly Text[] {
  const named = ({ name }: Stack) => (stacks.length > 1 ? `${name}: ` : '');
  const startup = isGiven(migrationsAtStartup) && migrationsAtStartup ? migratingStacks(stacks) : [];
  const prepared =
    engine.refusesStalePrepared === true && meetsOther(phases)
      ? stacks.filter(({ prepares }) => prepares.kept === 'yes')
      : [];
  return [
    ...startup.map((stack) => words`${named(stack)}${stack.startup.says}`),
    ...prepared.map((stack) => words`${named(stack)}${stack.prepares.says}`),
  ];
}
