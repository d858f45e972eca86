import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const valuesDoNotComeBack = defineTip({
  id: 'values-do-not-come-back',
  page: 'risk',
  beside: 'risk',
  when: (_, { natures }) => natures.includes('destructive'),
  says: 'A rollback script brings the structure back, not the values. Decide who may accept that loss, stop using the data first, and keep a copy for as long as somebody may ask.',
  source: manual('https://sre.google/sre-book/data-integrity/'),
});
