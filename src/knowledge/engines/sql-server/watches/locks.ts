import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { objectId } from '../quote.ts';
import { reading } from '../reading.ts';

const views = 'relational-databases/system-dynamic-management-views';

/** Who holds the table, who waits for whom, and what has been open for long. */
export const lockWatches = (table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Locks on ${table}`,
    statement: reading(
      `SELECT request_session_id, request_mode, request_status, COUNT(*) AS locks FROM sys.dm_tran_locks
WHERE resource_database_id = DB_ID() AND resource_type = N'OBJECT' AND resource_associated_entity_id = ${objectId(table)} AND request_session_id <> @@SPID
GROUP BY request_session_id, request_mode, request_status ORDER BY request_status DESC`,
      { source: inManual(`${views}/sys-dm-tran-locks-transact-sql`) },
    ),
    reads: words`${code('sys.dm_tran_locks')}: ${code('WAIT')} with ${code('Sch-M')} is ours, and everybody behind it queues; ${code('LOW_PRIORITY_WAIT')} holds up nobody; an ${code('X')} of a batch is lock escalation: halve the batch`,
  },
  {
    family: 'blockers',
    title: 'Blocked sessions and who blocks them',
    statement: reading(
      `SELECT r.session_id, r.blocking_session_id, r.wait_type, r.wait_time / 1000 AS waiting_s, r.wait_resource, r.percent_complete, LEFT(t.text, 80) AS query
FROM sys.dm_exec_requests AS r OUTER APPLY sys.dm_exec_sql_text(r.sql_handle) AS t
WHERE r.blocking_session_id <> 0 OR r.session_id IN (SELECT blocking_session_id FROM sys.dm_exec_requests) ORDER BY r.wait_time DESC`,
      { source: inManual(`${views}/sys-dm-exec-requests-transact-sql`) },
    ),
    reads: words`${code('sys.dm_exec_requests')}; a blocker without a row is idle in a transaction: see the next query`,
  },
  {
    family: 'old transactions',
    title: 'Transactions older than 30 s',
    statement: reading(
      `SELECT s.session_id, s.login_name, s.program_name, s.status, DATEDIFF(second, a.transaction_begin_time, SYSDATETIME()) AS age_s, s.open_transaction_count
FROM sys.dm_tran_active_transactions AS a JOIN sys.dm_tran_session_transactions AS x ON x.transaction_id = a.transaction_id
JOIN sys.dm_exec_sessions AS s ON s.session_id = x.session_id
WHERE a.transaction_begin_time < DATEADD(second, -30, SYSDATETIME()) AND s.session_id <> @@SPID ORDER BY age_s DESC`,
      { source: inManual(`${views}/sys-dm-tran-active-transactions-transact-sql`) },
    ),
    reads: words`${code('sys.dm_tran_active_transactions')}; ${code('sleeping')} with an open transaction is a client that forgot its commit`,
  },
  {
    family: 'deadlocks',
    title: 'Deadlocks since the server started',
    statement: reading(
      `SELECT cntr_value AS deadlocks, (SELECT sqlserver_start_time FROM sys.dm_os_sys_info) AS counted_since FROM sys.dm_os_performance_counters
WHERE counter_name LIKE N'Number of Deadlocks/sec%' AND instance_name = N'_Total'`,
      { source: inManual(`${views}/sys-dm-os-performance-counters-transact-sql`) },
    ),
    reads: words`${code('Number of Deadlocks/sec')} in ${code('sys.dm_os_performance_counters')}, a count since the start whatever its name says; the session ${code('system_health')} keeps both statements. Ours gives way: ${code('DEADLOCK_PRIORITY LOW')}`,
  },
  {
    family: 'connections',
    title: 'Sessions and workers',
    statement: reading(
      `SELECT COUNT(*) AS sessions, SUM(CASE WHEN status = N'running' THEN 1 ELSE 0 END) AS running, SUM(CASE WHEN open_transaction_count > 0 THEN 1 ELSE 0 END) AS in_transaction,
  (SELECT max_workers_count FROM sys.dm_os_sys_info) AS workers, (SELECT SUM(work_queue_count) FROM sys.dm_os_schedulers) AS queued
FROM sys.dm_exec_sessions WHERE is_user_process = 1`,
      { source: inManual(`${views}/sys-dm-exec-sessions-transact-sql`) },
    ),
    reads: words`${code('sys.dm_exec_sessions')}; anything ${code('queued')} means that blocked sessions have used up the workers`,
  },
];
