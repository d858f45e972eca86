import type { Situation, Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { likePattern, objectId } from '../quote.ts';
import { reading } from '../reading.ts';
import { atLeast, hasOnline } from '../versions.ts';

const views = 'relational-databases/system-dynamic-management-views';

/** How far a build is, what it leaves, what became slow, and how full log and disk are. */
export const progressWatches = (situation: Situation, table: string): readonly Watch[] => [
  hasOnline(situation) && atLeast(2019, situation)
    ? {
        family: 'index build',
        title: 'How far a resumable build is',
        statement: reading(
          `SELECT name, state_desc, percent_complete, start_time, last_pause_time, total_execution_time, page_count FROM sys.index_resumable_operations`,
          { source: inManual('relational-databases/system-catalog-views/sys-index-resumable-operations') },
        ),
        reads: words`${code('sys.index_resumable_operations')}; ${code('PAUSED')} costs every write until it is resumed or aborted`,
      }
    : {
        family: 'index build',
        title: 'What a build is doing',
        statement: reading(
          `SELECT session_id, command, status, wait_type, cpu_time, logical_reads, writes, total_elapsed_time / 1000 AS running_s FROM sys.dm_exec_requests
WHERE command IN (N'CREATE INDEX', N'ALTER TABLE', N'ALTER INDEX', N'UPDATE STATISTICS')`,
          { source: inManual(`${views}/sys-dm-exec-requests-transact-sql`) },
        ),
        reads: words`${code('sys.dm_exec_requests')}: reads and writes grow, measured against the dry run; there is no percentage for a build that cannot be resumed`,
      },
  {
    family: 'vacuum',
    title: 'Maintenance that holds the table',
    statement: reading(
      `SELECT session_id, command, percent_complete, total_elapsed_time / 1000 AS running_s FROM sys.dm_exec_requests
WHERE command LIKE N'BACKUP%' OR command LIKE N'DBCC%' OR command IN (N'ALTER INDEX', N'UPDATE STATISTICS')`,
      { source: inManual(`${views}/sys-dm-exec-requests-transact-sql`) },
    ),
    reads: words`backups, ${code('DBCC')} and index jobs: wait for them before a schema step; a rollback shows as ${code('KILLED/ROLLBACK')}`,
  },
  {
    family: 'slow queries',
    title: `Slowest statements on ${table}`,
    statement: reading(
      `SELECT TOP (10) SUM(s.count_executions) AS runs, MAX(s.max_duration) / 1000 AS max_ms, LEFT(t.query_sql_text, 80) AS query
FROM sys.query_store_query_text AS t JOIN sys.query_store_query AS q ON q.query_text_id = t.query_text_id
JOIN sys.query_store_plan AS p ON p.query_id = q.query_id JOIN sys.query_store_runtime_stats AS s ON s.plan_id = p.plan_id
WHERE t.query_sql_text LIKE ${likePattern(table)} AND s.last_execution_time > DATEADD(minute, -15, SYSDATETIMEOFFSET())
GROUP BY t.query_sql_text ORDER BY max_ms DESC`,
      { source: inManual('relational-databases/performance/monitoring-performance-by-using-the-query-store') },
    ),
    reads: words`Query Store (it must be on); a plan that regressed: ${code('sp_query_store_force_plan')}`,
  },
  {
    family: 'disk',
    title: 'Log and data files',
    statement: reading(
      `SELECT f.name, f.type_desc, f.size / 128 AS size_mb, (f.size - FILEPROPERTY(f.name, N'SpaceUsed')) / 128 AS free_mb, f.max_size, d.log_reuse_wait_desc
FROM sys.database_files AS f CROSS JOIN sys.databases AS d WHERE d.name = DB_NAME()`,
      { source: inManual('relational-databases/system-catalog-views/sys-database-files-transact-sql') },
    ),
    reads: words`${code('sys.database_files')}, and free space of the volume; ${code('log_reuse_wait_desc')} names what keeps the log: ${code('LOG_BACKUP')}, ${code('ACTIVE_TRANSACTION')}, ${code('REPLICATION')} (change capture too), ${code('AVAILABILITY_REPLICA')}; tempdb beside it`,
  },
  {
    family: 'leftovers',
    title: 'What a failed step left behind',
    statement: reading(
      `SELECT 'constraint not trusted' AS what, name FROM sys.check_constraints WHERE parent_object_id = ${objectId(table)} AND (is_not_trusted = 1 OR is_disabled = 1)
UNION ALL SELECT 'foreign key not trusted', name FROM sys.foreign_keys WHERE parent_object_id = ${objectId(table)} AND (is_not_trusted = 1 OR is_disabled = 1)
UNION ALL SELECT 'index disabled', name FROM sys.indexes WHERE object_id = ${objectId(table)} AND is_disabled = 1
UNION ALL SELECT 'trigger disabled', name FROM sys.triggers WHERE parent_id = ${objectId(table)} AND is_disabled = 1`,
      { source: inManual('relational-databases/system-catalog-views/sys-check-constraints-transact-sql') },
    ),
    reads: words`a constraint that is not trusted holds for new rows only; a paused build stands in ${code('sys.index_resumable_operations')}`,
  },
];
