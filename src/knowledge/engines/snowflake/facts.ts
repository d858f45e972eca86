import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { columnChanges, inManual, locking, timeTravel } from './manual.ts';

/** What holds for any change on Snowflake. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`Each schema change is a transaction of its own and commits what was open before it; nothing undoes it but another statement.`,
    source: locking,
  },
  {
    says: words`Keys, unique and foreign keys of a standard table are informational: nothing refuses a duplicate. ${code('NOT NULL')} is enforced.`,
    source: inManual('sql-reference/constraints-overview'),
  },
  {
    says: words`A column gets a default only when it is added; in place a text only grows longer, a number more precise.`,
    source: columnChanges,
  },
  {
    says: words`Time Travel reaches ${code('DATA_RETENTION_TIME_IN_DAYS')} back, 1 by default, and reads with the schema of now.`,
    source: timeTravel,
  },
  {
    says: words`${code('UPDATE')}, ${code('DELETE')} and ${code('MERGE')} of one table wait for each other; most inserts and loads write only new parts and go on.`,
    source: locking,
  },
  {
    says: words`An insert or a load that runs beside a schema change of the same table in another session can leave it inconsistent: loads, pipes and tasks stand still meanwhile.`,
    source: locking,
  },
  {
    says: words`A column that is added takes only a literal of its own type as default, and a column of the clustering key is not renamed.`,
    source: inManual('sql-reference/sql/alter-table'),
  },
];
