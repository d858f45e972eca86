import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { alterTable, deepCopy, inManual, isolation } from './manual.ts';

/** What holds for any change on Redshift. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`${code('ALTER TABLE')} locks the table for reads and writes until its transaction ends.`,
    source: alterTable,
  },
  {
    says: words`One column is added in each statement; only the size of a VARCHAR changes in place, and not inside a transaction block.`,
    source: alterTable,
  },
  {
    says: words`A block between ${code('BEGIN')} and ${code('COMMIT')} commits or is undone whole, schema changes too; ${code('TRUNCATE')} commits at once.`,
    source: isolation,
  },
  {
    says: words`Primary, unique and foreign keys are informational; the optimizer trusts them. ${code('NOT NULL')} is enforced.`,
    source: inManual('t_Defining_constraints'),
  },
  {
    says: words`A distribution or sort key column is not dropped, and a table with other keys, defaults or NOT NULL is a deep copy.`,
    source: deepCopy,
  },
];
