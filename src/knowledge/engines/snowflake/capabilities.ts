import { always, type Capabilities, never, unsure } from '#model/capability.ts';
import { columnChanges, inManual, locking, timeTravel } from './manual.ts';

const constraints = inManual('sql-reference/constraints-overview');
const alterTable = inManual('sql-reference/sql/alter-table');

/** What every plan asks. */
export const capabilities: Capabilities = {
  transactionalDdl: never(locking),
  onlineIndexBuild: never(constraints),
  unprovedConstraint: never(constraints),
  notNullFromProof: never(columnChanges),
  instantConstantDefault: unsure('Does adding a column with a default write the rows that are there?'),
  triggers: never(inManual('user-guide/streams-intro')),
  columnSync: never(inManual('user-guide/streams-intro')),
  instantColumnDrop: always(alterTable),
  enumTypes: never(inManual('sql-reference/intro-summary-data-types')),
  compatibilityViews: never(inManual('user-guide/views-introduction')),
  attachPartition: never(inManual('user-guide/tables-clustering-micropartitions')),
  virtualGeneratedColumn: never(alterTable),
  timeTravel: always(timeTravel),
};
