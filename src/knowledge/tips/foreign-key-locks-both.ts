import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { kinds, planned } from './when/planned-kinds.ts';

export const foreignKeyLocksBoth = defineTip({
  id: 'foreign-key-locks-both',
  page: 'change',
  when: (answers) => planned(answers, kinds.addsForeignKey).length > 0,
  says: 'Adding a foreign key takes a lock on the referenced table as well: writes to both wait while every row is checked. Where the engine can, add it unproved with a lock timeout, and prove it afterwards.',
  source: manual(
    'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
  ),
});
