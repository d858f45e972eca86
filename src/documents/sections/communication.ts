import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { plain, words } from '#model/text.ts';
import { heading, paragraph } from '../nodes.ts';

/** Section 6: messages ready to send. Those of one kind go out together: when is said once. */
export const communicationSection = (plan: Plan): readonly RootContent[] => [
  heading(2, words`6. Communication template`),
  paragraph(plan.cadence),
  ...plan.messages.map(({ id, kind, audience, when, text }, index) =>
    paragraph(
      text,
      [
        id,
        kind,
        audience,
        ...(plan.phases.length > 1 && when.length > 0 && plan.messages[index - 1]?.kind !== kind ? [plain(when)] : []),
      ].join(', ') + '.',
    ),
  ),
];
