import type { Situation, Watch } from '#model/engine.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { bareName, ofTable, sqlString, wordPattern } from '../mysql/quote.ts';
import { reading } from '../mysql/reading.ts';
import { withHosting } from '../mysql/watches/index.ts';
import { inDocs } from './manual.ts';

const watch = (family: Watch['family'], title: string, page: string, text: string, reads: Text): Watch => ({
  family,
  title,
  statement: reading(text, { source: inDocs(page) }),
  reads,
});

const own = (table: string): readonly Watch[] => [
  watch(
    'locks',
    `Jobs that wait for a transaction on ${table}`,
    'metadata-lock',
    `SELECT job_id, db_name, table_name, query, session_id, start_time FROM mysql.tidb_mdl_view`,
    words`${code('mysql.tidb_mdl_view')}: the session that our job waits for; readers and writers do not wait`,
  ),
  watch(
    'blockers',
    'Transactions that wait for rows, and for whom',
    'information-schema-data-lock-waits',
    `SELECT w.TRX_ID AS waits, w.CURRENT_HOLDING_TRX_ID AS holds, t.SESSION_ID AS holder_session, t.CURRENT_SQL_DIGEST_TEXT AS holder_query
FROM information_schema.DATA_LOCK_WAITS w LEFT JOIN information_schema.CLUSTER_TIDB_TRX t ON t.ID = w.CURRENT_HOLDING_TRX_ID`,
    words`${code('DATA_LOCK_WAITS')}: our batch as the holder is too large`,
  ),
  watch(
    'old transactions',
    'Transactions older than 30 s',
    'information-schema-tidb-trx',
    `SELECT INSTANCE, SESSION_ID, USER, START_TIME, STATE, LEFT(CURRENT_SQL_DIGEST_TEXT, 80) AS query
FROM information_schema.CLUSTER_TIDB_TRX WHERE START_TIME < NOW() - INTERVAL 30 SECOND ORDER BY START_TIME`,
    words`${code('CLUSTER_TIDB_TRX')}: each holds up a job on the tables that it has used, and garbage collection`,
  ),
  watch(
    'deadlocks',
    'Deadlocks',
    'information-schema-deadlocks',
    `SELECT INSTANCE, DEADLOCK_ID, OCCUR_TIME, LEFT(CURRENT_SQL_DIGEST_TEXT, 80) AS query FROM information_schema.CLUSTER_DEADLOCKS ORDER BY OCCUR_TIME DESC`,
    words`${code('CLUSTER_DEADLOCKS')}; each TiDB server keeps the last ones`,
  ),
  watch(
    'slow queries',
    `Slowest statements on ${table}`,
    'statement-summary-tables',
    `SELECT SUM(EXEC_COUNT) AS calls, ROUND(AVG(AVG_LATENCY) / 1e6, 1) AS mean_ms, ROUND(MAX(MAX_LATENCY) / 1e6, 1) AS max_ms, LEFT(DIGEST_TEXT, 80) AS query
FROM information_schema.CLUSTER_STATEMENTS_SUMMARY WHERE DIGEST_TEXT REGEXP ${wordPattern(table)} GROUP BY DIGEST_TEXT ORDER BY mean_ms DESC LIMIT 10`,
    words`${code('CLUSTER_STATEMENTS_SUMMARY')}, the panel of 99th percentile latency, ${code('CLUSTER_SLOW_QUERY')}`,
  ),
  watch(
    'connections',
    'Connections in use',
    'information-schema-processlist',
    `SELECT INSTANCE, COUNT(*) AS in_use, SUM(COMMAND <> 'Sleep') AS active FROM information_schema.CLUSTER_PROCESSLIST GROUP BY INSTANCE`,
    words`${code('in_use')} against ${code('max_connections')} of each TiDB server; ${code('active')} that climbs is a queue`,
  ),
  {
    family: 'replication lag',
    title: 'TiFlash replicas',
    statement: reading(
      `SELECT TABLE_NAME, REPLICA_COUNT, AVAILABLE, PROGRESS FROM information_schema.TIFLASH_REPLICA WHERE ${ofTable(table)}`,
      { source: inDocs('information-schema-tiflash-replica') },
    ),
    reads: words`no row: the table has none. ${code('AVAILABLE')} 0 or ${code('PROGRESS')} below 1 is a replica that is behind; TiKV itself has no lag to watch`,
  },
  {
    family: 'slot lag',
    title: 'TiCDC changefeeds',
    statement: {
      ...reading('cdc cli changefeed list --server=http://<cdc server>:8300', {
        source: inDocs('ticdc-manage-changefeed'),
      }),
      language: 'shell',
    },
    reads: words`${code('state')} is ${code('normal')} and ${code('checkpoint')} is near now; ${code('error')} or ${code('failed')} names the statement that the target refused`,
  },
  watch(
    'index build',
    'Jobs',
    'sql-statement-admin-show-ddl',
    `ADMIN SHOW DDL JOBS 10 WHERE TABLE_NAME = ${sqlString(bareName(table))}`,
    words`${code('STATE')}, ${code('SCHEMA_STATE')} and ${code('ROW_COUNT')} of all rows; ${code('queueing')} behind another job of the table, ${code('ingest')} is the fast way of building`,
  ),
  watch(
    'vacuum',
    'Garbage collection',
    'garbage-collection-overview',
    `SELECT VARIABLE_NAME, VARIABLE_VALUE FROM mysql.tidb WHERE VARIABLE_NAME IN ('tikv_gc_safe_point', 'tikv_gc_last_run_time')`,
    words`${code('tikv_gc_safe_point')} that stands still: an old transaction, a paused changefeed or a backup holds it`,
  ),
  watch(
    'disk',
    'Space on each store',
    'information-schema-tikv-store-status',
    `SELECT STORE_ID, ADDRESS, STORE_STATE_NAME, CAPACITY, AVAILABLE, REGION_COUNT FROM information_schema.TIKV_STORE_STATUS`,
    words`${code('AVAILABLE')} of ${code('CAPACITY')} on each store; a fast index build also needs room in ${code('temp-dir')} of the TiDB server that builds`,
  ),
  watch(
    'leftovers',
    'Jobs that are not done',
    'sql-statement-admin-show-ddl',
    `ADMIN SHOW DDL JOBS 20 WHERE STATE NOT IN ('synced', 'cancelled', 'rollback done')`,
    words`none; one that is ${code('paused')} holds up every later change of its table`,
  ),
];

/** What to look at while a plan runs, for one table. */
export const watches = (situation: Situation, table: string): readonly Watch[] => withHosting(situation, own(table));
