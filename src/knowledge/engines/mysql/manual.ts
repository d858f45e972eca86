import { manual, type Source } from '#model/source.ts';

/** What a statement is about: each engine of the family says where its manual speaks of it. */
export type Topic =
  | 'columns'
  | 'nullability'
  | 'types'
  | 'enums'
  | 'generated columns'
  | 'indexes'
  | 'primary key'
  | 'foreign keys'
  | 'checks'
  | 'partitions'
  | 'triggers'
  | 'create table'
  | 'rename table'
  | 'drop table'
  | 'views'
  | 'routines'
  | 'rows'
  | 'export'
  | 'rights'
  | 'upgrade'
  | 'purge'
  | 'catalog'
  | 'settings'
  | 'prepare'
  | 'comparison'
  | 'replication';

const docs = 'https://dev.mysql.com/doc/refman/8.4/en';

/** The address of a page of the manual: `page('alter-table')`, with a place in it: `page('innodb-online-ddl-operations#online-ddl-index-operations')`. */
const page = (path: string): string => {
  const [name, place] = path.split('#');
  return `${docs}/${name}.html${place === undefined ? '' : `#${place}`}`;
};

/** A page of the manual of MySQL 8.4 as a source. */
export const inManual = (path: string): Source => manual(page(path));

const online = 'innodb-online-ddl-operations#online-ddl';

const pages: Readonly<Record<Topic, string>> = {
  columns: `${online}-column-operations`,
  nullability: `${online}-column-operations`,
  types: `${online}-column-operations`,
  enums: `${online}-column-operations`,
  'generated columns': `${online}-generated-column-operations`,
  indexes: `${online}-index-operations`,
  'primary key': `${online}-primary-key-operations`,
  'foreign keys': `${online}-foreign-key-operations`,
  checks: 'create-table-check-constraints',
  partitions: 'partitioning-management-exchange',
  triggers: 'create-trigger',
  'create table': 'create-table',
  'rename table': 'rename-table',
  'drop table': 'drop-table',
  views: 'create-view',
  routines: 'create-procedure',
  rows: 'update',
  export: 'mysql-command-options',
  rights: 'grant',
  upgrade: 'upgrading',
  purge: 'innodb-purge-configuration',
  catalog: 'information-schema',
  settings: 'set-variable',
  prepare: 'prepare',
  comparison: 'comparison-operators',
  replication: 'replication',
};

export const mysqlSource = (topic: Topic): Source => inManual(pages[topic]);
