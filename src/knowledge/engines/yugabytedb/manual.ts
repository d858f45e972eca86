import { manual, type Source, unconfirmed } from '#model/source.ts';

const docs = 'https://docs.yugabyte.com/stable';

/** A page of the manual as a source: `inManual('explore/transactions/explicit-locking/')`. */
export const inManual = (path: string): Source => manual(`${docs}/${path}`);

/** The pages that several files quote. */
export const pages = {
  administration: 'best-practices-operations/administration/',
  transactionalDdl: 'architecture/transactions/transactional-ddl/',
  tableLocks: 'explore/transactions/explicit-locking/#table-level-locks',
  alterTable: 'api/ysql/the-sql-language/statements/ddl_alter_table/',
  rewrites: 'api/ysql/the-sql-language/statements/ddl_alter_table/#alter-table-operations-that-involve-a-table-rewrite',
  createIndex: 'api/ysql/the-sql-language/statements/ddl_create_index/',
  timeTravel: 'manage/backup-restore/time-travel-query/',
  rewind: 'manage/backup-restore/point-in-time-recovery/rewind/',
  upgrade: 'manage/upgrade-deployment/',
  majorUpgrade: 'manage/ysql-major-upgrade-local/',
  xCluster: 'deploy/multi-dc/async-replication/async-transactional-setup-automatic/',
} as const;

/** How a statement begins, and the page of the manual that has it. */
const statements: readonly (readonly [RegExp, string])[] = [
  [/^alter\s+table\b/i, 'ddl_alter_table'],
  [/^alter\s+index\b/i, 'ddl_alter_index'],
  [/^alter\s+sequence\b/i, 'ddl_alter_sequence'],
  [/^alter\s+type\b/i, 'ddl_alter_type'],
  [/^create\s+(?:unique\s+)?index\b/i, 'ddl_create_index'],
  [/^create\s+table\b[\s\S]*\bas\s+select\b/i, 'ddl_create_table_as'],
  [/^create\s+table\b/i, 'ddl_create_table'],
  [/^create\s+type\b/i, 'ddl_create_type'],
  [/^create\s+(?:or\s+replace\s+)?view\b/i, 'ddl_create_view'],
  [/^create\s+(?:or\s+replace\s+)?function\b/i, 'ddl_create_function'],
  [/^create\s+(?:or\s+replace\s+)?trigger\b/i, 'ddl_create_trigger'],
  [/^create\s+extension\b/i, 'ddl_create_extension'],
  [/^create\s+publication\b/i, 'ddl_create_publication'],
  [/^drop\s+index\b/i, 'ddl_drop_index'],
  [/^drop\s+table\b/i, 'ddl_drop_table'],
  [/^drop\s+type\b/i, 'ddl_drop_type'],
  [/^drop\s+view\b/i, 'ddl_drop_view'],
  [/^drop\s+function\b/i, 'ddl_drop_function'],
  [/^drop\s+trigger\b/i, 'ddl_drop_trigger'],
  [/^drop\s+extension\b/i, 'ddl_drop_extension'],
  [/^drop\s+publication\b/i, 'ddl_drop_publication'],
  [/^grant\b/i, 'dcl_grant'],
  [/^revoke\b/i, 'dcl_revoke'],
  [/^set\b/i, 'cmd_set'],
  [/^do\b/i, 'cmd_do'],
  [/^\\copy\b/i, 'cmd_copy'],
  [/^analyze\b/i, 'cmd_analyze'],
  [/^insert\b/i, 'dml_insert'],
  [/^update\b/i, 'dml_update'],
  [/^delete\b/i, 'dml_delete'],
  [/^(?:select|with)\b/i, 'dml_select'],
];

/** Where the manual has the statement. What it does not have is run on the copy first. */
export function sourceOf(text: string): Source {
  const [, page] = statements.find(([begins]) => begins.test(text.trim())) ?? [];
  return page === undefined
    ? unconfirmed('Does YugabyteDB take each of these statements as PostgreSQL does? Run every file on the copy first.')
    : inManual(`api/ysql/the-sql-language/statements/${page}/`);
}
