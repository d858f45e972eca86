import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const sqlAfterThePlan = defineTip({
  id: 'sql-after-the-plan',
  page: 'check',
  when: () => true,
  says: 'Ask the AI to produce SQL snippets only after you have a sound operational plan.',
  source: manual('https://sre.google/sre-book/reliable-product-launches/'),
});
