import { manual, type Source } from '#model/source.ts';

/** A page of the documentation: `sql-reference/sql/alter-table`. No account is at hand here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://docs.snowflake.com/en/${page}`);

export const timeTravel = inManual('user-guide/data-time-travel');
export const locking = inManual('sql-reference/transactions');
export const columnChanges = inManual('sql-reference/sql/alter-table-column');
