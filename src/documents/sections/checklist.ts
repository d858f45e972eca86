import type { RootContent } from 'mdast';
import type { Gate, Plan } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { heading, paragraph, tasks } from '../nodes.ts';

/** A decision with its criteria, who takes it, and where it is recorded. */
const gateText = (gate: Gate): Text =>
  words`${gate.title}, ${gate.decider}: ${joinText(gate.criteria, '; ')} → GO / NO-GO: ______ at ______ UTC`;

/** Section 1: boxes to tick, and the first gate. */
export const checklistSection = (plan: Plan): readonly RootContent[] => [
  heading(2, words`1. Pre-migration checklist`),
  tasks(plan.checklist.map(({ title, detail }) => ({ lead: title, rest: detail }))),
];

/** A gate as a paragraph of its own. */
export const gateBlock = (gate: Gate): RootContent => paragraph(gateText(gate), `${gate.id}.`);
