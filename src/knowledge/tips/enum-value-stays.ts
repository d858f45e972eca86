import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';

export const enumValueStays = defineTip({
  id: 'enum-value-stays',
  page: 'change',
  when: (answers) => planned(answers, kinds.addsEnumValue).length > 0,
  says: 'An added enum value cannot be taken away again, and a release that does not know it fails when it reads it. First release readers that bear it, then add it, and only then write it.',
  source: manual('https://www.postgresql.org/docs/current/sql-altertype.html'),
});
