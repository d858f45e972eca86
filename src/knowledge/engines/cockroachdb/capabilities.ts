import { always, type Capabilities, never, since, unsure } from '#model/capability.ts';
import { inManual, pages } from './manual.ts';

/** What every plan asks. The oldest version that is planned for is 23.1. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inManual(pages.limits)),
  onlineIndexBuild: always(inManual(pages.createIndex)),
  unprovedConstraint: always(inManual(pages.addConstraint)),
  notNullFromProof: never(inManual(pages.alterColumn)),
  // The default is written into every row by a job; the statement says that nobody waits for it.
  instantConstantDefault: never(inManual(pages.online)),
  // They are there since 24.3, in preview up to 26.1: no plan relies on a preview.
  triggers: since('26.2', inManual(pages.triggers)),
  columnSync: since('26.2', inManual(pages.triggers)),
  instantColumnDrop: never(inManual(pages.online)),
  enumTypes: always(inManual('enum')),
  compatibilityViews: unsure(
    'Can rows be written through a view of CockroachDB? Its manual shows views only where they are read: try one insert on the copy.',
  ),
  attachPartition: never(inManual('partitioning')),
  virtualGeneratedColumn: always(inManual('computed-columns')),
  timeTravel: always(inManual(pages.past)),
};
