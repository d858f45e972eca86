import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { definition, history, inManual, schemas, transactions } from './manual.ts';

/** What holds for any change on BigQuery. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`A transaction of several statements holds changes of rows and temporary tables only: schema changes of permanent tables stand outside.`,
    source: transactions,
  },
  {
    says: words`A new column comes last and NULLABLE; REQUIRED becomes NULLABLE and never back; a type only widens.`,
    source: schemas,
  },
  {
    says: words`Columns of the partitioning or clustering key are not dropped, and views that name a dropped column fail when they are read.`,
    source: definition,
  },
  {
    says: words`${code('FOR SYSTEM_TIME AS OF')} reads a table as it was within the time travel window, 7 days unless the dataset has fewer (2 at least).`,
    source: history,
  },
  {
    says: words`Primary and foreign keys are informational: nothing refuses a duplicate.`,
    source: inManual('primary-foreign-keys'),
  },
  {
    says: words`A default counts for rows to come; rows that are there keep NULL.`,
    source: inManual('default-values'),
  },
  {
    says: words`Two changes of the same partition conflict: BigQuery tries one again up to three times, then it fails. Two changes of one table run at once, 20 more wait in a queue, any beyond that fails; an ${code('INSERT')} conflicts with nothing.`,
    source: inManual('data-manipulation-language'),
  },
];
