import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { words } from '#model/text.ts';
import { heading, tasks } from '../nodes.ts';

/** Section 1: boxes to tick, and the first gate. */
export const checklistSection = (plan: Plan): readonly RootContent[] => [
  heading(2, words`1. Pre-migration checklist`),
  tasks(plan.checklist.map(({ title, detail }) => ({ lead: title, rest: detail }))),
];
