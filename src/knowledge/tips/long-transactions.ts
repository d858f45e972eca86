import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const longTransactions = defineTip({
  id: 'long-transactions',
  page: 'scale',
  beside: 'longTransactions',
  when: ({ scale }) => !/^(|no|none|nothing|n\/a|-|–|not.sure)\.?$/i.test(scale.longTransactions.trim()),
  says: 'A schema step waits for every open transaction on its table, and all later queries wait behind the step. Keep dumps and reports out of its hours, and give each step a lock timeout and a few retries.',
  source: manual('https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES'),
});
