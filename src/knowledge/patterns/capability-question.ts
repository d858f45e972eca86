import type { ChangeContext } from '#model/change.ts';
import type { Capabilities } from '#model/capability.ts';
import type { Question } from '#model/plan.ts';
import { words } from '#model/text.ts';

/** The question that must be settled because the engine’s answer is not confirmed. Empty when it is. */
export function capabilityQuestion({ engine }: ChangeContext, capability: keyof Capabilities): readonly Question[] {
  const answer = engine.capability(capability);
  return answer.kind === 'unconfirmed'
    ? [
        {
          about: words`${answer.question}`,
          settle: words`Look it up in the manual of the version at hand, or try it on a copy; until then it is planned as if it could not`,
          who: 'reviewer',
        },
      ]
    : [];
}
