import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';

const perRow = /(random|uuid\w*|uuidv[47]|clock_timestamp|timeofday|nextval|newid|newsequentialid)\s*\(/i;

export const defaultPerRow = defineTip({
  id: 'default-per-row',
  page: 'change',
  when: (answers) => planned(answers, kinds.addsColumn).some(({ fields }) => perRow.test(fields['default'] ?? '')),
  says: 'A default with a new value for each row makes the database write every row while the table is locked. Add the column without it, set the default for new rows, then fill the old ones in batches.',
  source: manual('https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'),
});
