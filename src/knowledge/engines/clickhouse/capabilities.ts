import { always, type Capabilities, never } from '#model/capability.ts';
import { columnChanges, constraints, inManual, indexes, partitions } from './manual.ts';

const transactions = inManual('guides/developer/transactional');

/** What every plan asks. */
export const capabilities: Capabilities = {
  transactionalDdl: never(transactions),
  onlineIndexBuild: always(indexes),
  unprovedConstraint: always(constraints),
  notNullFromProof: never(columnChanges),
  instantConstantDefault: always(columnChanges),
  triggers: never(inManual('materialized-view/incremental-materialized-view')),
  columnSync: never(inManual('materialized-view/incremental-materialized-view')),
  instantColumnDrop: always(columnChanges),
  enumTypes: never(inManual('sql-reference/data-types/enum')),
  compatibilityViews: never(inManual('sql-reference/statements/create/view')),
  attachPartition: never(partitions),
  virtualGeneratedColumn: always(inManual('sql-reference/statements/create/table#alias')),
  timeTravel: never(inManual('sql-reference/statements/select/from')),
};
