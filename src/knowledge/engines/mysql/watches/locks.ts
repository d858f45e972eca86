import type { Situation, Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { ofTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { atLeast } from '../versions.ts';

/** Row locks, for the whole family. */
export const rowLocks = (source: Source): Watch => ({
  family: 'blockers',
  title: 'Sessions that wait for rows, and for whom',
  statement: reading(
    `SELECT waiting_pid, wait_age_secs, blocking_pid, locked_table, LEFT(waiting_query, 80) AS waiting_query, LEFT(blocking_query, 80) AS blocking_query
FROM sys.innodb_lock_waits ORDER BY wait_age_secs DESC`,
    { source },
  ),
  reads: words`${code('sys.innodb_lock_waits')}: our batch as ${code('blocking_pid')} is too large`,
});

/** From 8.0 on the locks are recorded unless somebody turned it off. */
const recorded = (situation: Situation) =>
  atLeast('8.0', situation)
    ? {}
    : {
        remark: `on 5.7 first: UPDATE performance_schema.setup_instruments SET ENABLED = 'YES' WHERE NAME = 'wait/lock/metadata/sql/mdl'`,
      };

export const lockWatches = (situation: Situation, table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Metadata locks on ${table}`,
    statement: reading(
      `SELECT t.PROCESSLIST_ID AS id, m.LOCK_TYPE, m.LOCK_STATUS, m.LOCK_DURATION, t.PROCESSLIST_TIME AS seconds, LEFT(t.PROCESSLIST_INFO, 80) AS query
FROM performance_schema.metadata_locks m JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
WHERE m.OBJECT_TYPE = 'TABLE' AND ${ofTable(table, ['m.OBJECT_SCHEMA', 'm.OBJECT_NAME'])} AND t.PROCESSLIST_ID <> CONNECTION_ID()
ORDER BY m.LOCK_STATUS DESC, seconds DESC`,
      { source: inManual('sys-schema-table-lock-waits'), ...recorded(situation) },
    ),
    reads: words`${code('metadata_locks')}: ours ${code('PENDING')} for ${code('EXCLUSIVE')} and others behind it is the queue to end; a process list full of ${code('Waiting for table metadata lock')} says the same`,
  },
  {
    family: 'blockers',
    title: 'Sessions that wait for a table, and for whom',
    statement: reading(
      `SELECT waiting_pid, waiting_query_secs, blocking_pid, blocking_lock_type, LEFT(waiting_query, 80) AS waiting_query, sql_kill_blocking_connection
FROM sys.schema_table_lock_waits WHERE waiting_pid <> blocking_pid ORDER BY waiting_query_secs DESC`,
      { source: inManual('sys-schema-table-lock-waits'), ...recorded(situation) },
    ),
    reads: words`${code('sys.schema_table_lock_waits')}; a blocker that sleeps holds the table by an open transaction`,
  },
  rowLocks(inManual('sys-innodb-lock-waits')),
  {
    family: 'deadlocks',
    title: 'Deadlocks since the server started',
    statement: reading(
      `SELECT COUNT AS deadlocks, TIME_ELAPSED AS seconds FROM information_schema.INNODB_METRICS WHERE NAME = 'lock_deadlocks'`,
      { source: inManual('information-schema-innodb-metrics-table') },
    ),
    reads: words`${code('lock_deadlocks')} in ${code('INNODB_METRICS')}; ${code('SHOW ENGINE INNODB STATUS')} has the last one`,
  },
];
