import { always, type Capabilities, never } from '#model/capability.ts';
import { inDocs, tidbSource } from './manual.ts';

const compatibility = inDocs('mysql-compatibility');
const jobs = inDocs('ddl-introduction');

/** Each DDL is a job beside reads and writes; only an index and some changes of type touch the rows. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inDocs('transaction-overview')),
  onlineIndexBuild: always(jobs),
  unprovedConstraint: never(tidbSource('checks')),
  notNullFromProof: never(tidbSource('nullability')),
  instantConstantDefault: always(jobs),
  triggers: never(compatibility),
  columnSync: never(compatibility),
  instantColumnDrop: always(jobs),
  enumTypes: always(inDocs('data-type-string')),
  compatibilityViews: never(tidbSource('views')),
  attachPartition: never(tidbSource('partitions')),
  virtualGeneratedColumn: always(tidbSource('generated columns')),
  timeTravel: always(inDocs('as-of-timestamp')),
};
