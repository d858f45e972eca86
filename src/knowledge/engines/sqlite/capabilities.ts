import { always, type Capabilities, never } from '#model/capability.ts';
import { inManual, verified } from './manual.ts';

/** What every plan asks. The oldest version that is planned for is 3.35. */
export const capabilities: Capabilities = {
  transactionalDdl: always(verified('lang_transaction')),
  onlineIndexBuild: never(inManual('lang_createindex')),
  unprovedConstraint: never(verified('lang_altertable')),
  notNullFromProof: never(verified('lang_altertable')),
  instantConstantDefault: always(verified('lang_altertable#altertabaddcol')),
  triggers: always(verified('lang_createtrigger')),
  columnSync: never(verified('lang_createtrigger')),
  instantColumnDrop: never(inManual('lang_altertable#altertabdropcol')),
  enumTypes: never(inManual('datatype3')),
  compatibilityViews: never(inManual('lang_createview')),
  attachPartition: never(inManual('lang_createtable')),
  virtualGeneratedColumn: always(verified('gencol')),
  timeTravel: never(inManual('isolation')),
};
