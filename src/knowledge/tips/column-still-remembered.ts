import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';

export const columnStillRemembered = defineTip({
  id: 'column-still-remembered',
  page: 'change',
  when: (answers) => planned(answers, kinds.columnGoes).length > 0,
  says: 'A column goes from the code first: most ORMs name every mapped column in each query, and some remember the columns of a table until the process ends. Release without it everywhere, then drop it.',
  source: manual(
    'https://api.rubyonrails.org/classes/ActiveRecord/ModelSchema/ClassMethods.html#method-i-ignored_columns-3D',
  ),
});
