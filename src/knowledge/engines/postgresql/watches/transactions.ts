import { compareVersions } from '#model/capability.ts';
import type { Situation, Watch } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';

/** The names that 13 gave these columns, unless the server is known to be older. */
const executionTime = ({ version }: Situation) =>
  isGiven(version) && compareVersions(version, '13') < 0
    ? ['mean_time', 'max_time']
    : ['mean_exec_time', 'max_exec_time'];

const activity = inManual('monitoring-stats#MONITORING-PG-STAT-ACTIVITY-VIEW');

export const transactionWatches = (situation: Situation, table: string): readonly Watch[] => [
  {
    family: 'old transactions',
    title: 'Transactions older than 30 s',
    statement: reading(
      `SELECT pid::text, now() - xact_start AS age, state, left(query, 80) FROM pg_stat_activity
WHERE xact_start < now() - interval '30 s' AND pid <> pg_backend_pid()
UNION ALL SELECT gid, now() - prepared, 'prepared', '' FROM pg_prepared_xacts ORDER BY age DESC`,
      { source: activity, remark: 'on the primary and on every standby' },
    ),
    reads: words`${code('pg_stat_activity')}, every node; wait for an autovacuum ${code('to prevent wraparound')}`,
  },
  {
    family: 'slow queries',
    title: `Slowest statements on ${table}`,
    statement: reading(
      `SELECT calls, ${executionTime(situation)
        .map((column) => `round(${column}::numeric, 1) AS ${column}`)
        .join(', ')}, left(query, 80) AS query
FROM pg_stat_statements WHERE query ~* ${wordPattern(table)} ORDER BY 2 DESC LIMIT 10`,
      { source: inManual('pgstatstatements'), remark: 'with the extension pg_stat_statements' },
    ),
    reads: words`slow query log (${code('log_min_duration_statement = 500')}) or ${code('pg_stat_statements')}`,
  },
  {
    family: 'connections',
    title: 'Connections in use',
    statement: reading(
      `SELECT count(*) AS in_use, count(*) FILTER (WHERE state = 'active') AS active, count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
  count(*) FILTER (WHERE wait_event_type = 'Lock') AS waiting_for_a_lock, current_setting('max_connections')::int AS allowed
FROM pg_stat_activity WHERE backend_type = 'client backend'`,
      { source: activity },
    ),
    reads: words`${code('pg_stat_activity')}: ${code('in_use')} against ${code('allowed')}, and clients that wait in the pooler`,
  },
];
