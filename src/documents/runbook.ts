import type { Root } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { checklistSection } from './sections/checklist.ts';
import { communicationSection } from './sections/communication.ts';
import { head } from './sections/head.ts';
import { monitoringSection } from './sections/monitoring.ts';
import { postMortemSection } from './sections/post-mortem.ts';
import { rollbackSection } from './sections/rollback.ts';
import { strategySection } from './sections/strategy.ts';
import { validationSection } from './sections/validation.ts';

/** The runbook as a document: the header and the template's seven sections, in its order. */
export const toRunbook = (plan: Plan): Root => ({
  type: 'root',
  children: [
    ...head(plan),
    ...checklistSection(plan),
    ...strategySection(plan),
    ...validationSection(plan),
    ...rollbackSection(plan),
    ...monitoringSection(plan),
    ...communicationSection(plan),
    ...postMortemSection(plan),
  ],
});
