import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const changeCaptureAndColumns = defineTip({
  id: 'change-capture-and-columns',
  page: 'change',
  when: ({ database }, { natures }) => database.topology.includes('cdc') && natures.length > 0,
  says: 'What reads the change stream does not get the schema change with it. Its target needs a new column first and a dropped one last, and consumers that read by position break in any order.',
  source: manual('https://www.postgresql.org/docs/current/logical-replication-restrictions.html'),
});
