import { manual, type Source } from '#model/source.ts';
import type { Topic } from '../mysql/manual.ts';

/** A page of the manual of TiDB: `inDocs('metadata-lock')`. No server is run here, so nothing of it is measured. */
export const inDocs = (page: string): Source => manual(`https://docs.pingcap.com/tidb/stable/${page}`);

const alter = 'sql-statement-alter-table';
const modify = 'sql-statement-modify-column';

const pages: Readonly<Record<Topic, string>> = {
  columns: alter,
  nullability: modify,
  types: modify,
  enums: modify,
  'generated columns': 'generated-columns',
  indexes: 'sql-statement-add-index',
  'primary key': 'constraints#primary-key',
  'foreign keys': 'foreign-key',
  checks: 'constraints#check',
  partitions: 'partitioned-table',
  triggers: 'mysql-compatibility',
  'create table': 'sql-statement-create-table',
  'rename table': 'sql-statement-rename-table',
  'drop table': 'sql-statement-drop-table',
  views: 'sql-statement-create-view',
  routines: 'mysql-compatibility',
  rows: 'dev-guide-update-data',
  export: 'dumpling-overview',
  rights: 'privilege-management',
  upgrade: 'upgrade-tidb-using-tiup',
  purge: 'garbage-collection-overview',
  catalog: 'information-schema',
  settings: 'system-variables',
  prepare: 'sql-statement-prepare',
  comparison: 'operators',
  replication: 'ticdc-overview',
};

export const tidbSource = (topic: Topic): Source => inDocs(pages[topic]);
