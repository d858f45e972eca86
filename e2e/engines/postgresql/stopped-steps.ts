import type { Plan, Step } from '#model/plan.ts';
import type { Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { differencesOf } from '#sql/rehearse/differences.ts';

/** What a stopped step is tried on. */
export interface StoppedStage {
  readonly run: (script: Script) => Promise<unknown>;
  /** Catalog and rows, one line for each thing. */
  readonly look: () => Promise<readonly string[]>;
}

/** What stands alone once it has run: a transaction, or a statement outside of one. A setting and a reading leave nothing behind. */
export const momentsOf = (scripts: readonly Script[]): readonly Script[] =>
  scripts.flatMap((script) =>
    script.transaction === 'one'
      ? [script]
      : script.statements
          .filter(({ effect }) => effect.work !== 'none')
          .map((statement): Script => ({ ...script, statements: [statement] })),
  );

const runsHere = (scripts: readonly Script[]): boolean =>
  statementsOf(scripts).every(({ language }) => language === 'sql');

async function stopped(
  stage: StoppedStage,
  { id, undo }: Step,
  moments: readonly Script[],
): Promise<readonly string[]> {
  if (undo.kind !== 'statements' || moments.length < 2 || !runsHere([...moments, ...undo.scripts])) return [];
  const before = await stage.look();
  for (let reached = 1; reached < moments.length; reached += 1) {
    const at = `${id} stopped after ${reached} of ${moments.length}`;
    try {
      for (const script of [...moments.slice(0, reached), ...undo.scripts]) await stage.run(script);
    } catch (reason) {
      return [`${at}: the way back fails: ${reason instanceof Error ? reason.message : String(reason)}`];
    }
    const differences = differencesOf(before, await stage.look()).map((line) => `${at}: ${line}`);
    if (differences.length > 0) return differences;
  }
  return [];
}

/** Stops every step of a plan that has several scripts after each of them, and takes it back: nobody knows at night how far it came. */
export async function stopEachStep({ phases }: Plan, stage: StoppedStage): Promise<readonly string[]> {
  for (const step of phases.flatMap(({ steps }) => steps)) {
    if (step.action.kind !== 'statements') continue;
    const problems = await stopped(stage, step, momentsOf(step.action.scripts));
    if (problems.length > 0) return problems;
    for (const script of step.action.scripts) await stage.run(script);
  }
  return [];
}
