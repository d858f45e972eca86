import { always, type Capabilities, never, since } from '#model/capability.ts';
import { inManual, verified } from './manual.ts';

/** What every plan asks. The oldest version that is planned for is 12. */
export const capabilities: Capabilities = {
  transactionalDdl: always(verified('sql-begin')),
  onlineIndexBuild: always(verified('sql-createindex#SQL-CREATEINDEX-CONCURRENTLY')),
  unprovedConstraint: always(verified('sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT')),
  notNullFromProof: since('12', verified('sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL')),
  instantConstantDefault: since('11', verified('sql-altertable#SQL-ALTERTABLE-NOTES')),
  triggers: always(inManual('sql-createtrigger')),
  columnSync: always(inManual('plpgsql-trigger')),
  instantColumnDrop: always(verified('sql-altertable#SQL-ALTERTABLE-NOTES')),
  enumTypes: always(inManual('datatype-enum')),
  compatibilityViews: always(inManual('sql-createview#SQL-CREATEVIEW-UPDATABLE-VIEWS')),
  attachPartition: since('12', verified('sql-altertable#SQL-ALTERTABLE-ATTACH-PARTITION')),
  virtualGeneratedColumn: since('18', verified('ddl-generated-columns', '18')),
  timeTravel: never(inManual('continuous-archiving')),
};
