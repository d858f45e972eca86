import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';
import { mostRows } from './when/size.ts';

export const fillInBatches = defineTip({
  id: 'fill-in-batches',
  page: 'change',
  when: (answers) => planned(answers, kinds.writesRows).length > 0 && mostRows(answers) >= 100_000,
  says: 'One statement over all rows holds its locks to the end, leaves as many dead rows and lets replicas fall behind. Work in batches by key, commit each, and pause when lag grows.',
  source: manual('https://docs.gitlab.com/development/database/iterating_tables_in_batches/'),
});
