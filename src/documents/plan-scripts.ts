import { oncePer } from '#model/once-per.ts';
import type { Plan, Step } from '#model/plan.ts';
import type { Script, Statement } from '#model/statement.ts';

/** A script where it is printed. */
export interface PlacedScript {
  readonly step: string;
  readonly way: 'forward' | 'back';
  /** `4.3b`, or `undo 4.3` where the step has only one. */
  readonly title: string;
  readonly script: Script;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

const placed = (step: string, way: PlacedScript['way'], scripts: readonly Script[]): readonly PlacedScript[] =>
  scripts.map((script, index) => ({
    step,
    way,
    title: `${way === 'back' ? 'undo ' : ''}${step}${scripts.length > 1 ? (letters[index] ?? index) : ''}`,
    script,
  }));

const forward = ({ id, action }: Step): readonly PlacedScript[] =>
  action.kind === 'statements' ? placed(id, 'forward', action.scripts) : [];

const back = ({ id, undo }: Step): readonly PlacedScript[] =>
  undo.kind === 'statements' ? placed(id, 'back', undo.scripts) : [];

/** Every script of a plan in the order in which it is printed: all steps, then all undos, last step of a phase first. */
export const scriptsOf = oncePer(({ phases }: Pick<Plan, 'phases'>): readonly PlacedScript[] => [
  ...phases.flatMap(({ steps }) => steps.flatMap(forward)),
  ...phases.flatMap(({ steps }) => steps.toReversed().flatMap(back)),
]);

const sameStatement = (one: Statement, other: Statement | undefined): boolean =>
  one.text === other?.text && JSON.stringify(one.repeat) === JSON.stringify(other.repeat);

const sameScript = (one: Script, other: Script): boolean =>
  one.guard === other.guard &&
  (one.transaction === other.transaction || one.statements.length === 1) &&
  one.statements.length === other.statements.length &&
  one.statements.every((statement, index) => sameStatement(statement, other.statements[index]));

/** The script that was run on the way here and is the same to the letter: it is run again, not printed again. */
export function runBefore(plan: Pick<Plan, 'phases'>, { step, way, script }: PlacedScript): PlacedScript | undefined {
  const steps = plan.phases.flatMap((phase) => phase.steps.map(({ id }) => id));
  const taken = steps.slice(0, steps.indexOf(step) + 1);
  const same = (other: PlacedScript) =>
    other.way === 'forward' && taken.includes(other.step) && sameScript(other.script, script);
  return way === 'back' ? scriptsOf(plan).find(same) : undefined;
}

/** The scripts that are printed in full. */
export const printedScripts = oncePer((plan: Pick<Plan, 'phases'>): readonly PlacedScript[] =>
  scriptsOf(plan).filter((one) => runBefore(plan, one) === undefined),
);

/** The scripts that take in a statement from a file of its own; empty where it is printed in its place. */
export function takenInBy(plan: Pick<Plan, 'phases'>, { text, shared }: Statement): readonly PlacedScript[] {
  const users = printedScripts(plan).filter(({ script }) => script.statements.some((one) => one.text === text));
  return shared === undefined || users.length < 2 ? [] : users;
}
