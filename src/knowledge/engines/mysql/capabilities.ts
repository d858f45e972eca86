import { always, type Capabilities, never, since } from '#model/capability.ts';
import { inManual, mysqlSource } from './manual.ts';

/**
 * What every plan asks of MySQL 5.7 and newer.
 *
 * Adding a column at once came with 8.0.12, one version after the first general release of 8.0; there `ALGORITHM=INSTANT` is refused, and nothing has changed.
 */
export const capabilities: Capabilities = {
  transactionalDdl: never(inManual('implicit-commit')),
  onlineIndexBuild: always(mysqlSource('indexes')),
  unprovedConstraint: never(mysqlSource('foreign keys')),
  notNullFromProof: never(mysqlSource('nullability')),
  instantConstantDefault: since('8.0', mysqlSource('columns')),
  triggers: always(mysqlSource('triggers')),
  columnSync: always(mysqlSource('triggers')),
  instantColumnDrop: since('8.0.29', mysqlSource('columns')),
  enumTypes: always(inManual('enum')),
  compatibilityViews: always(inManual('view-updatability')),
  attachPartition: never(inManual('partitioning-management-exchange')),
  virtualGeneratedColumn: always(mysqlSource('generated columns')),
  timeTravel: never(inManual('point-in-time-recovery')),
};
