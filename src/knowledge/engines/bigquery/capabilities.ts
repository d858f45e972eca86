import { always, type Capabilities, never } from '#model/capability.ts';
import { definition, history, inManual, schemas, transactions } from './manual.ts';

const keys = inManual('primary-foreign-keys');

/** What every plan asks. */
export const capabilities: Capabilities = {
  transactionalDdl: never(transactions),
  onlineIndexBuild: never(inManual('search-index')),
  unprovedConstraint: never(keys),
  notNullFromProof: never(schemas),
  instantConstantDefault: never(inManual('default-values')),
  triggers: never(definition),
  columnSync: never(definition),
  instantColumnDrop: always(schemas),
  enumTypes: never(inManual('reference/standard-sql/data-types')),
  compatibilityViews: never(inManual('views-intro')),
  attachPartition: never(inManual('partitioned-tables')),
  virtualGeneratedColumn: never(definition),
  timeTravel: always(history),
};
