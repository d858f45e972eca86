import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { words } from '#model/text.ts';
import { heading, numbered, paragraph, table } from '../nodes.ts';

/** Section 7: questions for the review, also of a success, and what remains to be done. */
export const postMortemSection = (plan: Plan): readonly RootContent[] => [
  heading(2, words`7. Post-mortem prompts`),
  ...plan.reviews.slice(0, 1).map((when) => paragraph(when)),
  numbered(plan.reviews.slice(1)),
  table(
    ['Action', 'Owner', 'Due', 'Ticket'],
    plan.actions.map((action) => [action, words`…`, words`…`, words`…`]),
  ),
];
