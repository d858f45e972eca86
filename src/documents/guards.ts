import { oncePer } from '#model/once-per.ts';
import type { Code } from 'mdast';
import type { Plan } from '#model/plan.ts';
import type { GuardKind } from '#model/statement.ts';
import { longLock } from './evidence.ts';
import { fence } from './nodes.ts';
import { printedScripts } from './plan-scripts.ts';

/** A guard that more scripts than this share is printed once, as a file of its own. */
const mostPrinted = 1;

const kinds: readonly GuardKind[] = ['short-lock', 'unhurried', 'batch', 'none'];

/** Guards that stand in a file of their own, because many scripts begin with them. */
const sharedGuards = oncePer(
  (plan: Pick<Plan, 'phases' | 'guards'>): ReadonlySet<GuardKind> =>
    new Set(
      kinds.filter(
        (kind) =>
          plan.guards[kind].shared !== undefined &&
          printedScripts(plan).filter(({ script }) => script.guard === kind).length > mostPrinted,
      ),
    ),
);

/** What a script begins with: its guard's lines, or the line that takes them in. */
export function guardLines(plan: Pick<Plan, 'phases' | 'guards'>, kind: GuardKind): readonly string[] {
  const { lines, shared } = plan.guards[kind];
  return shared !== undefined && sharedGuards(plan).has(kind) ? [shared.include] : lines;
}

/** The files that scripts take their guards from. */
export function guardFiles(plan: Pick<Plan, 'phases' | 'guards'>): readonly Code[] {
  const files = [...sharedGuards(plan)].flatMap((kind) => {
    const { lines, shared } = plan.guards[kind];
    const lock = kind === 'unhurried' ? longLock(plan) : undefined;
    return shared ? [`-- file ${shared.file}${lock ? `: ${lock}, if no lock is named` : ''}\n${lines.join(' ')}`] : [];
  });
  return files.length > 0 ? [fence('sql', files.join('\n'))] : [];
}
