import { always, type Capabilities, never } from '#model/capability.ts';
import { ddl, inManual } from './manual.ts';

const lacks = inManual('developing/data-modeling/data-modeling_rdbms');

/** Columns come and go in the catalog; nothing of what a relational engine checks exists here. */
export const capabilities: Capabilities = {
  transactionalDdl: never(ddl),
  onlineIndexBuild: always(inManual('developing/cql/indexing/indexing-concepts')),
  unprovedConstraint: never(lacks),
  notNullFromProof: never(lacks),
  instantConstantDefault: never(ddl),
  triggers: never(inManual('developing/cql/triggers')),
  columnSync: never(inManual('developing/cql/triggers')),
  instantColumnDrop: always(ddl),
  enumTypes: never(inManual('developing/cql/types')),
  compatibilityViews: never(inManual('developing/cql/mvs')),
  attachPartition: never(ddl),
  virtualGeneratedColumn: never(ddl),
  timeTravel: never(inManual('managing/operating/backups')),
};
