import type { Situation, Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { regclass } from '../quote.ts';
import { reading } from '../reading.ts';
import { atLeast } from '../versions.ts';

/** Since when a session waits for its lock stands in the catalog from 14 on; before, the age of its statement is the nearest thing. */
const waited = (situation: Situation) =>
  atLeast('14', situation) ? 'now() - coalesce(l.waitstart, a.query_start)' : 'now() - a.query_start';

export const lockWatches = (situation: Situation, table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Locks on ${table}`,
    statement: reading(
      `SELECT l.pid, l.mode, l.granted, ${waited(situation)} AS ${atLeast('14', situation) ? 'waiting_or_running' : 'running'}, a.state, left(a.query, 80) AS query
FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE l.relation = ${regclass(table)} AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.pid <> pg_backend_pid()
ORDER BY l.granted, 4 DESC`,
      { source: inManual('view-pg-locks') },
    ),
    reads: words`${code('pg_locks')}: rows with ${code('granted = false')} wait; ours with ${code('AccessExclusiveLock')} and others behind it is the queue to end`,
  },
  {
    family: 'blockers',
    title: 'Blocked sessions and who blocks them',
    statement: reading(
      `SELECT a.pid, ${waited(situation)} AS waiting, pg_blocking_pids(a.pid), left(a.query, 80)
FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND NOT l.granted ORDER BY 2 DESC`,
      { source: inManual('functions-info#FUNCTIONS-INFO-SESSION') },
    ),
    reads: words`${code('pg_blocking_pids')}; 0 is a prepared transaction`,
  },
  {
    family: 'deadlocks',
    title: 'Deadlocks since the counters were reset',
    statement: reading(`SELECT deadlocks, stats_reset FROM pg_stat_database WHERE datname = current_database()`, {
      source: inManual('monitoring-stats#MONITORING-PG-STAT-DATABASE-VIEW'),
    }),
    reads: words`${code('pg_stat_database.deadlocks')}; the log names both`,
  },
];
