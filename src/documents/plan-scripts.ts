import { oncePer } from '#model/once-per.ts';
import type { Plan } from '#model/plan.ts';
import type { Script } from '#model/statement.ts';

/** Every script of a plan, forward and back, in printed order. */
export const scriptsOf = oncePer(({ phases }: Pick<Plan, 'phases'>): readonly Script[] =>
  phases.flatMap(({ steps }) =>
    steps.flatMap(({ action, undo }) => [
      ...(action.kind === 'statements' ? action.scripts : []),
      ...(undo.kind === 'statements' ? undo.scripts : []),
    ]),
  ),
);
