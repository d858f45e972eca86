import { always, type Capabilities, never } from '#model/capability.ts';
import { mariadbSource } from './manual.ts';
import { inDocs } from './pages.ts';

/** As MySQL, by another manual; columns came and went in an instant before the oldest version that is planned for. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inDocs('reference/sql-statements/transactions/sql-statements-that-cause-an-implicit-commit')),
  onlineIndexBuild: always(mariadbSource('indexes')),
  unprovedConstraint: never(mariadbSource('foreign keys')),
  notNullFromProof: never(mariadbSource('nullability')),
  instantConstantDefault: always(mariadbSource('columns')),
  triggers: always(mariadbSource('triggers')),
  columnSync: always(mariadbSource('triggers')),
  instantColumnDrop: always(mariadbSource('columns')),
  enumTypes: always(mariadbSource('enums')),
  compatibilityViews: always(mariadbSource('views')),
  attachPartition: never(mariadbSource('partitions')),
  virtualGeneratedColumn: always(mariadbSource('generated columns')),
  timeTravel: never(inDocs('reference/sql-structure/temporal-tables/system-versioned-tables')),
};
