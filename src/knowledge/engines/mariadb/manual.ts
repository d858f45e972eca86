import type { Source } from '#model/source.ts';
import type { Topic } from '../mysql/manual.ts';
import { inDocs } from './pages.ts';

const online = 'server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-operations-with-the';
const definition = 'reference/sql-statements/data-definition';
const instant = `${online}-instant-alter-algorithm`;

const pages: Readonly<Record<Topic, string>> = {
  columns: instant,
  nullability: `${online}-inplace-alter-algorithm`,
  types: instant,
  enums: instant,
  'generated columns': `${definition}/create/generated-columns`,
  indexes: `${online}-nocopy-alter-algorithm`,
  'primary key': `${online}-inplace-alter-algorithm`,
  'foreign keys': `${online}-nocopy-alter-algorithm`,
  checks: `${definition}/constraint`,
  partitions: `${definition}/alter/alter-table`,
  triggers: 'server-usage/triggers-events/triggers/create-trigger',
  'create table': `${definition}/create/create-table`,
  'rename table': `${definition}/rename-table`,
  'drop table': `${definition}/drop/drop-table`,
  views: 'server-usage/views/create-view',
  routines: `${definition}/create/create-function`,
  rows: 'reference/sql-statements/data-manipulation/changing-deleting-data/update',
  export: 'clients-and-utilities/mariadb-client/mariadb-command-line-client',
  rights: 'reference/sql-statements/account-management-sql-statements/grant',
  upgrade: 'server-management/install-and-upgrade-mariadb/upgrading',
  purge: 'server-usage/storage-engines/innodb/innodb-purge',
  catalog: 'reference/system-tables/information-schema',
  settings: 'reference/sql-statements/administrative-sql-statements/set-commands/set',
  prepare: 'reference/sql-statements/prepared-statements/prepare-statement',
  comparison: 'reference/sql-structure/operators/comparison-operators',
  replication: 'ha-and-performance/standard-replication',
};

export const mariadbSource = (topic: Topic): Source => inDocs(pages[topic]);
