import { always, type Capabilities, never, since, unsure } from '#model/capability.ts';
import { inManual, pages } from './manual.ts';

const staleTriggers =
  'Are table-level locks on (enable_object_locking_for_table_locks)? Without them a session with an old catalog does not fire a trigger that was made a moment ago, and its write is not carried over.';

/** What every plan asks. Transactional DDL and table-level locks are early access and off unless somebody turned them on: no plan relies on them. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inManual(pages.transactionalDdl)),
  onlineIndexBuild: always(inManual(pages.createIndex)),
  unprovedConstraint: always(inManual(pages.administration)),
  notNullFromProof: since('2025.1', inManual(pages.administration)),
  instantConstantDefault: always(inManual(pages.rewrites)),
  triggers: unsure(staleTriggers),
  columnSync: unsure(staleTriggers),
  instantColumnDrop: always(inManual(pages.rewrites)),
  enumTypes: always(inManual('api/ysql/the-sql-language/statements/ddl_create_type/')),
  // Rename and view are two transactions here: between them the old name is nobody's.
  compatibilityViews: never(inManual(pages.transactionalDdl)),
  attachPartition: never(inManual(pages.administration)),
  virtualGeneratedColumn: never(inManual(pages.majorUpgrade)),
  timeTravel: never(inManual(pages.timeTravel)),
};
