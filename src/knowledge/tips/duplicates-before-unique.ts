import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';

export const duplicatesBeforeUnique = defineTip({
  id: 'duplicates-before-unique',
  page: 'change',
  when: (answers) => planned(answers, kinds.makesUnique).length > 0,
  says: 'One duplicate makes the build of a unique index fail at its end, and new ones can come while it runs. Count them first, decide which row stays, and keep a copy of what goes.',
  source: manual('https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'),
});
