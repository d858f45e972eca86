import type { ChangeContext } from '#model/change.ts';
import type { ChecklistItem } from '#model/plan.ts';
import { joinText, words } from '#model/text.ts';

/** A migration tool does not see what was made by hand: its next run would make it again, and fail. */
export const recordedByHand = ({ stack: { records = [] } }: ChangeContext): readonly ChecklistItem[] =>
  records.length === 0
    ? []
    : [
        {
          title: words`Recorded in the migration tool`,
          detail: words`or the next deploy makes it again. ${joinText(records, ' ')} On the way back out again: ______`,
          critical: true,
        },
      ];
