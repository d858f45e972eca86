import type { Situation, Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { ofTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { before } from '../versions.ts';

/** Sizes as the server estimates them, for the whole family. */
export const disk = (table: string, source: Source, remark?: string): Watch => ({
  family: 'disk',
  title: `Size of ${table} and of its database`,
  statement: reading(
    `SELECT ROUND(SUM(IF(${ofTable(table)}, DATA_LENGTH, 0)) / POW(1024, 3), 2) AS table_gib, ROUND(SUM(IF(${ofTable(table)}, INDEX_LENGTH, 0)) / POW(1024, 3), 2) AS indexes_gib,
  ROUND(SUM(DATA_LENGTH + INDEX_LENGTH) / POW(1024, 3), 2) AS database_gib, SUM(IF(${ofTable(table)}, TABLE_ROWS, 0)) AS estimated_rows
FROM information_schema.TABLES WHERE ${ofTable(table).replace(/ AND .*/, '')}`,
    { source, ...(remark === undefined ? {} : { remark }) },
  ),
  reads: words`free space on the host or in the provider's metrics, on every node: data directory, binary logs, ${code('tmpdir')}; a rebuild or copy takes the table once more`,
});

/** What a tool or a crash leaves behind. `catalog`: the view of InnoDB's own tables. */
export const leftovers = (catalog: string, source: Source): Watch => ({
  family: 'leftovers',
  title: 'What a failed step or a copy tool left behind',
  statement: reading(
    `SELECT 'table of a copy tool' AS what, CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) AS name FROM information_schema.TABLES WHERE TABLE_NAME REGEXP '^_.+_(gho|ghc|del|new|old)$'
UNION ALL SELECT 'trigger of a copy tool', CONCAT(TRIGGER_SCHEMA, '.', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_NAME LIKE 'pt\\_osc\\_%'
UNION ALL SELECT 'half an ALTER TABLE', NAME FROM information_schema.${catalog} WHERE NAME LIKE '%/#sql%'`,
    { source },
  ),
  reads: words`${code('_<table>_gho')}, ${code('_<table>_new')}, triggers ${code('pt_osc_…')}: drop the triggers before the tables; ${code('#sql-…')} while no ${code('ALTER')} runs is left from a crash`,
});

export const storageWatches = (situation: Situation, table: string): readonly Watch[] => [
  disk(
    table,
    inManual('information-schema-tables-table'),
    before('8.0', situation)
      ? undefined
      : 'the numbers may be a day old unless SET SESSION information_schema_stats_expiry = 0',
  ),
  leftovers(
    before('8.0', situation) ? 'INNODB_SYS_TABLES' : 'INNODB_TABLES',
    inManual('innodb-troubleshooting-datadict'),
  ),
];
