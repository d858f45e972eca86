import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';
import { mostGigabytes, mostRows } from './when/size.ts';

export const notNullOnABigTable = defineTip({
  id: 'not-null-on-a-big-table',
  page: 'change',
  when: (answers) =>
    planned(answers, kinds.setsNotNull).length > 0 && (mostRows(answers) >= 1_000_000 || mostGigabytes(answers) >= 1),
  says: 'Setting NOT NULL reads every row while nobody else may use the table. Where the engine takes a proved check as proof, add the check unproved, prove it while work goes on, and only then set NOT NULL.',
  source: manual('https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'),
});
