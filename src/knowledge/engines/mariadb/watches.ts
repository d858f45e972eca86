import type { Situation, Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { reading } from '../mysql/reading.ts';
import { wordPattern } from '../mysql/quote.ts';
import { withHosting } from '../mysql/watches/index.ts';
import { rowLocks } from '../mysql/watches/locks.ts';
import { binaryLogs } from '../mysql/watches/replication.ts';
import { disk, leftovers } from '../mysql/watches/storage.ts';
import { oldTransactions, slowQueries } from '../mysql/watches/transactions.ts';
import { inDocs } from './pages.ts';

const tables = 'reference/system-tables/information-schema/information-schema-tables';
const innodb = `${tables}/information-schema-innodb-tables`;
const processlist = inDocs(`${tables}/information-schema-processlist-table`);
const status = inDocs('ha-and-performance/optimization-and-tuning/system-variables/server-status-variables');

const statusOf = (name: string, called: string): string =>
  `SELECT VARIABLE_VALUE + 0 AS ${called} FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = '${name}'`;

/** The performance schema is off unless it was turned on at the start of the server, so the process list is asked. */
const own = (table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Sessions at work on ${table}`,
    statement: reading(
      `SELECT ID, TIME_MS / 1000 AS seconds, STATE, LEFT(INFO, 80) AS query FROM information_schema.PROCESSLIST
WHERE ID <> CONNECTION_ID() AND (STATE LIKE 'Waiting for table%' OR INFO REGEXP ${wordPattern(table)}) ORDER BY TIME_MS DESC`,
      { source: processlist },
    ),
    reads: words`${code('Waiting for table metadata lock')}: ours with others behind it is the queue to end; with the plugin ${code('metadata_lock_info')}, who holds it`,
  },
  {
    family: 'blockers',
    title: 'Idle sessions with an open transaction',
    statement: reading(
      `SELECT p.ID, p.TIME AS idle_seconds, p.USER, p.HOST, TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) AS transaction_seconds, CONCAT('KILL ', p.ID) AS to_end_it
FROM information_schema.INNODB_TRX t JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id WHERE p.COMMAND = 'Sleep' ORDER BY t.trx_started`,
      { source: inDocs(`${innodb}/information-schema-innodb_trx-table`) },
    ),
    reads: words`the oldest is the one that an ${code('ALTER')} in ${code('Waiting for table metadata lock')} waits for, most of the time`,
  },
  rowLocks(
    inDocs(
      'reference/system-tables/sys-schema/sys-schema-views/innodb_lock_waits-and-xinnodb_lock_waits-sys-schema-views',
    ),
  ),
  {
    family: 'deadlocks',
    title: 'Deadlocks since the server started',
    statement: reading(statusOf('Innodb_deadlocks', 'deadlocks'), { source: status }),
    reads: words`${code('Innodb_deadlocks')}; ${code('SHOW ENGINE INNODB STATUS')} has the last one`,
  },
  oldTransactions(inDocs(`${innodb}/information-schema-innodb_trx-table`)),
  slowQueries(
    table,
    inDocs(
      'reference/system-tables/performance-schema/performance-schema-tables/performance-schema-events_statements_summary_by_digest-table',
    ),
    { off: true },
  ),
  {
    family: 'connections',
    title: 'Connections in use',
    statement: reading(
      `SELECT COUNT(*) AS in_use, SUM(COMMAND <> 'Sleep') AS active, SUM(STATE LIKE 'Waiting for%') AS waiting_for_a_lock, @@GLOBAL.max_connections AS allowed
FROM information_schema.PROCESSLIST`,
      { source: processlist },
    ),
    reads: words`${code('in_use')} against ${code('max_connections')}, and clients that wait in the proxy; ${code('active')} that climbs is a queue`,
  },
  {
    family: 'replication lag',
    title: 'Replica lag, asked on each replica',
    statement: reading('SHOW REPLICA STATUS', {
      source: inDocs('reference/sql-statements/administrative-sql-statements/show/show-replica-status'),
    }),
    reads: words`${code('Seconds_Behind_Master')}: ${code('NULL')} is a replica that stands still; it jumps up when an ${code('ALTER')} starts there`,
  },
  binaryLogs(inDocs('reference/sql-statements/administrative-sql-statements/show/show-binary-logs')),
  {
    family: 'index build',
    title: 'How far an ALTER TABLE is',
    statement: reading(
      `SELECT ID, STATE, STAGE, MAX_STAGE, PROGRESS, LEFT(INFO, 80) AS query FROM information_schema.PROCESSLIST WHERE MAX_STAGE > 0 OR INFO LIKE 'ALTER%'`,
      { source: processlist },
    ),
    reads: words`${code('PROGRESS')} of ${code('STAGE')}; ${code('copy to tmp table')} where none was planned is a copy`,
  },
  {
    family: 'vacuum',
    title: 'Old row versions that wait for purge',
    statement: reading(statusOf('Innodb_history_list_length', 'history_list_length'), { source: status }),
    reads: words`${code('Innodb_history_list_length')}: grows while an old transaction is open or batches come faster than purge; reads slow down with it`,
  },
  disk(table, inDocs(`${tables}/information-schema-tables-table`)),
  leftovers('INNODB_SYS_TABLES', inDocs(`${innodb}/information-schema-innodb_sys_tables-table`)),
];

/** What to look at while a plan runs, for one table. */
export const watches = (situation: Situation, table: string): readonly Watch[] => withHosting(situation, own(table));
