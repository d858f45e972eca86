import { always, type Capabilities, never } from '#model/capability.ts';
import { inGuide } from './manual.ts';

const schemaless = inGuide('HowItWorks.CoreComponents');

/** Attributes live in items, so most of what tables need does not exist here. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inGuide('transaction-apis')),
  onlineIndexBuild: always(inGuide('GSI.OnlineOps')),
  unprovedConstraint: never(schemaless),
  notNullFromProof: never(schemaless),
  instantConstantDefault: never(schemaless),
  triggers: never(inGuide('Streams.Lambda')),
  columnSync: never(inGuide('Streams.Lambda')),
  instantColumnDrop: never(schemaless),
  enumTypes: never(inGuide('HowItWorks.NamingRulesDataTypes')),
  compatibilityViews: never(schemaless),
  attachPartition: never(schemaless),
  virtualGeneratedColumn: never(schemaless),
  timeTravel: never(inGuide('Point-in-time-recovery')),
};
