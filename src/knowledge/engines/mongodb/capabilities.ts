import { always, type Capabilities, never } from '#model/capability.ts';
import { inManual } from './manual.ts';

/** What every plan asks. Fields live in documents, so much of what tables need does not exist here. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inManual('core/transactions-operations')),
  onlineIndexBuild: always(inManual('core/index-creation')),
  unprovedConstraint: always(inManual('core/schema-validation/specify-validation-level')),
  notNullFromProof: never(inManual('core/schema-validation')),
  instantConstantDefault: never(inManual('core/data-modeling-introduction')),
  triggers: never(inManual('changeStreams')),
  columnSync: never(inManual('changeStreams')),
  instantColumnDrop: never(inManual('reference/operator/update/unset')),
  enumTypes: never(inManual('reference/bson-types')),
  compatibilityViews: never(inManual('core/views')),
  attachPartition: never(inManual('sharding')),
  virtualGeneratedColumn: never(inManual('core/views')),
  timeTravel: never(inManual('reference/read-concern-snapshot')),
};
