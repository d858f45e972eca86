import type { ChangeContext } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { Question } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { words } from '#model/text.ts';

/** Asked where a way needs a stop and no time without service is allowed. Empty where it is allowed, or nobody said. */
export const stopQuestion = ({ downtime }: ChangeContext, needs: Text, settle: Text): readonly Question[] =>
  isGiven(downtime) && downtime === 'none'
    ? [{ about: words`${needs}, and no time without service is allowed`, settle, who: 'approver' }]
    : [];
