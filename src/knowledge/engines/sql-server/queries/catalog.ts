import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { bareName, likePattern, objectId, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { greatestOf } from '../type-change.ts';

/** Columns, identity, indexes, constraints and what refers to them, in one call. */
const describeTable: Queries<Situation>['describeTable'] = ({ table }) =>
  reading(`EXEC sys.sp_help ${sqlString(quoteTable(table))}`, {
    source: inManual('relational-databases/system-stored-procedures/sp-help-transact-sql'),
  });

/** An identity column, or a sequence in its default: which ends first, the counter or the type of the column. */
const sequenceHeadroom: Queries<Situation>['sequenceHeadroom'] = ({ table, column, type }) => {
  const bare = sqlString(bareName(column));
  const end =
    (type === undefined ? undefined : greatestOf(type)) ??
    `CASE TYPE_NAME(c.system_type_id) WHEN N'tinyint' THEN 255 WHEN N'smallint' THEN 32767 WHEN N'int' THEN 2147483647 ELSE 9223372036854775807 END`;
  return reading(
    `SELECT c.name, TYPE_NAME(c.system_type_id) AS type, CAST(COALESCE(i.last_value, s.current_value) AS bigint) AS last_value,
  CAST(100.0 * CAST(COALESCE(i.last_value, s.current_value) AS bigint) / (${end}) AS decimal(5, 1)) AS percent_used
FROM sys.columns AS c LEFT JOIN sys.identity_columns AS i ON i.object_id = c.object_id AND i.column_id = c.column_id
LEFT JOIN sys.sql_expression_dependencies AS d ON d.referencing_id = c.default_object_id
LEFT JOIN sys.sequences AS s ON s.object_id = d.referenced_id
WHERE c.object_id = ${objectId(table)} AND c.name = ${bare}`,
    { source: inManual('relational-databases/system-catalog-views/sys-identity-columns-transact-sql') },
  );
};

const tableSize: Queries<Situation>['tableSize'] = ({ table }) =>
  reading(
    `SELECT SUM(CASE WHEN index_id < 2 THEN row_count END) AS about_rows, SUM(reserved_page_count) / 128 AS reserved_mb,
  SUM(CASE WHEN index_id < 2 THEN used_page_count END) / 128 AS rows_mb, SUM(CASE WHEN index_id > 1 THEN used_page_count END) / 128 AS indexes_mb
FROM sys.dm_db_partition_stats WHERE object_id = ${objectId(table)}`,
    {
      source: inManual('relational-databases/system-dynamic-management-views/sys-dm-db-partition-stats-transact-sql'),
    },
  );

const routineDefinition: Queries<Situation>['routineDefinition'] = ({ name }) =>
  reading(`SELECT OBJECT_DEFINITION(${objectId(name)}) AS definition`, {
    source: inManual('t-sql/functions/object-definition-transact-sql'),
    remark: 'keep the answer: it is the way back',
  });

/** What reads the log: each of these keeps it from being cut until it has read on. */
const streamSettings: Queries<Situation>['streamSettings'] = () =>
  reading(
    `SELECT name, recovery_model_desc, is_published, is_cdc_enabled, log_reuse_wait_desc FROM sys.databases WHERE name = DB_NAME()`,
    { source: inManual('relational-databases/system-catalog-views/sys-databases-transact-sql') },
  );

/**
 * Who names the table or its columns.
 *
 * The catalog knows references by name in modules, but not those inside dynamic SQL, so their text is searched too. Code outside the database is in neither.
 */
const dependents: Queries<Situation>['dependents'] = ({ table, column }) => {
  const columns = column === undefined ? [] : [column].flat();
  const like = (columns.length === 0 ? [table] : columns)
    .map((one) => `definition LIKE ${likePattern(one)}`)
    .join(' OR ');
  const here = objectId(table);
  const named = columns.map((one) => sqlString(bareName(one))).join(', ');
  return reading(
    `SELECT 'refers to the table' AS how, OBJECT_SCHEMA_NAME(referencing_id) + N'.' + OBJECT_NAME(referencing_id) AS what FROM sys.sql_expression_dependencies
WHERE referenced_id = ${here} AND OBJECT_NAME(referencing_id) IS NOT NULL
UNION SELECT 'its text says the name', OBJECT_SCHEMA_NAME(object_id) + N'.' + OBJECT_NAME(object_id) FROM sys.sql_modules WHERE ${like}
UNION SELECT 'foreign key', name FROM sys.foreign_keys WHERE ${here} IN (parent_object_id, referenced_object_id)
UNION SELECT 'trigger', name FROM sys.triggers WHERE parent_id = ${here}${
      columns.length === 0
        ? ''
        : `
UNION SELECT 'index', i.name FROM sys.indexes AS i JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id
WHERE i.object_id = ${here} AND COL_NAME(k.object_id, k.column_id) IN (${named})
UNION SELECT 'statistics made by hand', s.name FROM sys.stats AS s JOIN sys.stats_columns AS k ON k.object_id = s.object_id AND k.stats_id = s.stats_id
WHERE s.object_id = ${here} AND s.user_created = 1 AND COL_NAME(k.object_id, k.column_id) IN (${named})`
    }
UNION SELECT 'temporal, captured or published', CONCAT('temporal ', temporal_type_desc, ', captured ', is_tracked_by_cdc, ', published ', is_published) FROM sys.tables
WHERE object_id = ${here} AND (temporal_type > 0 OR is_tracked_by_cdc = 1 OR is_published = 1)`,
    {
      source: inManual('relational-databases/system-catalog-views/sys-sql-expression-dependencies-transact-sql'),
      remark: 'SQL Agent jobs, reports and other databases are not in it',
    },
  );
};

/** Each replica counts for itself since its own start. */
const indexUse: Queries<Situation>['indexUse'] = ({ table, index }) =>
  reading(
    `SELECT i.name, u.user_seeks, u.user_scans, u.user_lookups, u.user_updates, u.last_user_seek, u.last_user_scan,
  (SELECT sqlserver_start_time FROM sys.dm_os_sys_info) AS counted_since
FROM sys.indexes AS i LEFT JOIN sys.dm_db_index_usage_stats AS u ON u.object_id = i.object_id AND u.index_id = i.index_id AND u.database_id = DB_ID()
WHERE i.object_id = ${objectId(table)} AND i.name = ${sqlString(bareName(index))}`,
    {
      source: inManual('relational-databases/system-dynamic-management-views/sys-dm-db-index-usage-stats-transact-sql'),
      remark: 'on every replica: each counts for itself',
    },
  );

/** Query Store keeps what ran, as long as it is on and its room lasts. */
const columnUse: Queries<Situation>['columnUse'] = ({ table, column }) =>
  reading(
    `SELECT TOP (50) SUM(s.count_executions) AS runs, MAX(s.last_execution_time) AS last_run, LEFT(t.query_sql_text, 200) AS query
FROM sys.query_store_query_text AS t JOIN sys.query_store_query AS q ON q.query_text_id = t.query_text_id
JOIN sys.query_store_plan AS p ON p.query_id = q.query_id JOIN sys.query_store_runtime_stats AS s ON s.plan_id = p.plan_id
WHERE t.query_sql_text LIKE ${likePattern(table)} AND (t.query_sql_text LIKE ${likePattern(column)} OR t.query_sql_text LIKE N'%SELECT%*%') AND t.query_sql_text NOT LIKE N'%query_store%'
GROUP BY t.query_sql_text ORDER BY last_run DESC`,
    {
      source: inManual('relational-databases/performance/monitoring-performance-by-using-the-query-store'),
      remark:
        'Query Store must be on (sys.database_query_store_options); before 2025 it knows nothing of readable secondaries',
    },
  );

export const catalog = {
  describeTable,
  sequenceHeadroom,
  tableSize,
  routineDefinition,
  streamSettings,
  dependents,
  indexUse,
  columnUse,
  // There are no extensions.
  extensionVersions: () => undefined,
};
