import { manual, type Source } from '#model/source.ts';

const docs = 'https://www.cockroachlabs.com/docs';

/** A page of the manual as a source: `inManual('alter-table#alter-primary-key')`. */
export const inManual = (path: string): Source => manual(`${docs}/stable/${path}`);

/** A page of the manual of CockroachDB Cloud. */
export const inCloudManual = (path: string): Source => manual(`${docs}/cockroachcloud/${path}`);

/** The pages that several files quote. */
export const pages = {
  online: 'online-schema-changes',
  limits: 'online-schema-changes#known-limitations',
  addColumn: 'alter-table#add-column',
  addConstraint: 'alter-table#add-constraint',
  alterColumn: 'alter-table#alter-column',
  alterType: 'alter-table#alter-column-data-types',
  primaryKey: 'alter-table#alter-primary-key',
  dropColumn: 'alter-table#drop-column',
  dropConstraint: 'alter-table#drop-constraint',
  validate: 'alter-table#validate-constraint',
  renameColumn: 'alter-table#rename-column',
  renameTable: 'alter-table#rename-to',
  triggers: 'triggers',
  createTrigger: 'create-trigger',
  dropTrigger: 'drop-trigger',
  createTable: 'create-table',
  createIndex: 'create-index',
  dropIndex: 'drop-index',
  types: 'alter-type',
  bulkUpdate: 'bulk-update-data',
  bulkDelete: 'bulk-delete-data',
  past: 'as-of-system-time',
  client: 'cockroach-sql',
  internal: 'crdb-internal',
  showCreate: 'show-create',
  upgrade: 'upgrade-cockroach-version',
} as const;
