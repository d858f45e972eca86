import { manual, type Source } from '#model/source.ts';

const learn = 'https://learn.microsoft.com/en-us/sql';

/** A page of the manual as a source: `inManual('t-sql/statements/alter-table-transact-sql#remarks')`. */
export const inManual = (path: string): Source => manual(`${learn}/${path}`);

/** The pages that several files quote. */
export const pages = {
  alterTable: 't-sql/statements/alter-table-transact-sql',
  createIndex: 't-sql/statements/create-index-transact-sql',
  dropIndex: 't-sql/statements/drop-index-transact-sql',
  onlineIndex: 'relational-databases/indexes/guidelines-for-online-index-operations',
  editions: 'sql-server/editions-and-components-of-sql-server-2022',
  rename: 'relational-databases/system-stored-procedures/sp-rename-transact-sql',
  trigger: 't-sql/statements/create-trigger-transact-sql',
  dropTrigger: 't-sql/statements/drop-trigger-transact-sql',
  createTable: 't-sql/statements/create-table-transact-sql',
  dropTable: 't-sql/statements/drop-table-transact-sql',
  selectInto: 't-sql/queries/select-into-clause-transact-sql',
  update: 't-sql/queries/update-transact-sql',
  delete: 't-sql/statements/delete-transact-sql',
  insert: 't-sql/statements/insert-transact-sql',
  merge: 't-sql/statements/merge-transact-sql',
  output: 't-sql/queries/output-clause-transact-sql',
  hints: 't-sql/queries/hints-transact-sql-table',
  locking: 'relational-databases/sql-server-transaction-locking-and-row-versioning-guide',
  computed: 't-sql/statements/alter-table-computed-column-definition-transact-sql',
  view: 't-sql/statements/create-view-transact-sql',
  sequence: 't-sql/statements/alter-sequence-transact-sql',
  partitions: 'relational-databases/partitions/partitioned-tables-and-indexes',
  bcp: 'tools/bcp-utility',
} as const;
