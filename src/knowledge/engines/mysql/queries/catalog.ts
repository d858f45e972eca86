import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { bareName, ofTable, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { greatestOf } from '../type-change.ts';
import type { QuerySource } from './query-source.ts';

type Answers = Pick<
  Queries<Situation>,
  'describeTable' | 'sequenceHeadroom' | 'tableSize' | 'routineDefinition' | 'extensionVersions' | 'streamSettings'
>;

/** What the column can count to, by its type as the catalog has it. */
const ends = `CASE c.DATA_TYPE WHEN 'tinyint' THEN 127 WHEN 'smallint' THEN 32767 WHEN 'mediumint' THEN 8388607 WHEN 'int' THEN 2147483647 ELSE 9223372036854775807 END
    * IF(c.COLUMN_TYPE LIKE '%unsigned%', 2, 1) + IF(c.COLUMN_TYPE LIKE '%unsigned%', 1, 0)`;

/** Answers of the catalog. */
export const catalogOf = (source: QuerySource): Answers => ({
  describeTable: ({ table }) => reading(`SHOW CREATE TABLE ${quoteTable(table)}`, { source: source('catalog') }),

  /** The number that comes next stands with the table; what it can grow to stands with the column. */
  sequenceHeadroom: ({ table, column, type }) => {
    const end = type === undefined ? ends : String(greatestOf(type) ?? ends);
    return reading(
      `SELECT c.COLUMN_TYPE, t.AUTO_INCREMENT AS next_number, round(100.0 * t.AUTO_INCREMENT / (${end}), 1) AS percent_used
FROM information_schema.TABLES AS t JOIN information_schema.COLUMNS AS c USING (TABLE_SCHEMA, TABLE_NAME)
WHERE ${ofTable(table, ['t.TABLE_SCHEMA', 't.TABLE_NAME'])} AND c.COLUMN_NAME = ${sqlString(bareName(column))}`,
      {
        source: source('catalog'),
        remark: 'MySQL 8 keeps the number up to a day old: SET SESSION information_schema_stats_expiry = 0 before',
      },
    );
  },

  tableSize: ({ table }) =>
    reading(
      `SELECT TABLE_ROWS AS about_rows, round((DATA_LENGTH + INDEX_LENGTH) / POW(1024, 3), 2) AS total_gib, round(DATA_LENGTH / POW(1024, 3), 2) AS rows_gib,
  round(INDEX_LENGTH / POW(1024, 3), 2) AS indexes_gib, round(DATA_FREE / POW(1024, 3), 2) AS free_inside_gib, ROW_FORMAT
FROM information_schema.TABLES WHERE ${ofTable(table)}`,
      { source: source('catalog') },
    ),

  routineDefinition: ({ kind, name }) =>
    reading(`SHOW CREATE ${kind.toUpperCase()} ${quoteTable(name)}`, { source: source('routines') }),

  extensionVersions: ({ extension }) =>
    reading(
      `SELECT PLUGIN_NAME, PLUGIN_VERSION, PLUGIN_STATUS, PLUGIN_LIBRARY FROM information_schema.PLUGINS WHERE PLUGIN_NAME LIKE ${sqlString(`%${extension}%`)}`,
      { source: source('catalog') },
    ),

  streamSettings: () =>
    reading(
      `SELECT @@GLOBAL.server_id AS server_id, @@GLOBAL.log_bin AS log_bin, @@GLOBAL.binlog_format AS binlog_format, @@GLOBAL.binlog_row_image AS binlog_row_image`,
      { source: source('replication') },
    ),
});
