import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { allGigabytes } from './when/size.ts';

export const restoreTakesTooLong = defineTip({
  id: 'restore-takes-too-long',
  page: 'database',
  beside: 'databaseSize',
  when: (answers) => allGigabytes(answers) >= 1000,
  says: 'At this size a restore takes many hours, so it is no way back for a release. Keep the old data in place until the change is proved, and measure one restore all the same.',
  source: manual('https://sre.google/sre-book/data-integrity/'),
});
