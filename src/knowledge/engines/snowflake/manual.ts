import { manual, type Source, unconfirmed } from '#model/source.ts';

/** A page of the documentation: `sql-reference/sql/alter-table`. No account is at hand here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://docs.snowflake.com/en/${page}`);

export const timeTravel = inManual('user-guide/data-time-travel');
export const locking = inManual('sql-reference/transactions');
/** The manual names the lock of ALTER TABLE where it turns change tracking on, and of no other. */
export const alterLock = unconfirmed(
  'Which lock does the schema change take, and who waits for it? Look at SHOW LOCKS IN ACCOUNT while it runs on the clone; it is planned as one that UPDATE, DELETE and MERGE wait for.',
);
export const columnChanges = inManual('sql-reference/sql/alter-table-column');
