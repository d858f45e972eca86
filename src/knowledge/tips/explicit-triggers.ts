import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const explicitTriggers = defineTip({
  id: 'explicit-triggers',
  page: 'risk',
  beside: 'latencyPercent',
  when: () => true,
  says: 'Always request explicit rollback triggers, not just rollback steps.',
  source: manual('https://sre.google/workbook/canarying-releases/'),
});
