import type { Situation, Watch } from '#model/engine.ts';
import { code, type Text, words } from '#model/text.ts';
import { alone } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';

const { quoting } = dialect;

const watch = (family: Watch['family'], title: string, page: string, text: string, reads: Text): Watch => ({
  family,
  title,
  statement: alone(dialect, text, { table: '', claim: 'reads', source: inManual(page) }),
  reads,
});

const absent = (family: Watch['family'], title: string, reads: Text): Watch => ({ family, title, absent: true, reads });

const recent = (table: string, condition: string) =>
  `SELECT query_id, user_name, execution_status, total_elapsed_time, transaction_blocked_time, error_code
FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY(END_TIME_RANGE_START => DATEADD(hour, -1, CURRENT_TIMESTAMP()), RESULT_LIMIT => 10000))
WHERE query_text ILIKE ${quoting.text(`%${quoting.bare(table)}%`)} AND ${condition}`;

const history = 'sql-reference/functions/query_history';

/** What to look at while a plan runs, for one table. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  watch(
    'locks',
    `Statements that wait for ${table}`,
    history,
    recent(table, "execution_status ILIKE 'blocked'"),
    words`each row waits; more than 10 s behind one of ours is a stop`,
  ),
  watch(
    'blockers',
    'Who holds the table',
    'sql-reference/sql/show-locks',
    'SHOW LOCKS IN ACCOUNT',
    words`${code('HOLDING')} against ${code('WAITING')} of the same resource; its query id is what is cancelled`,
  ),
  watch(
    'old transactions',
    'Open transactions',
    'sql-reference/sql/show-transactions',
    'SHOW TRANSACTIONS IN ACCOUNT',
    words`one that began long ago and still holds a lock is ended before a step`,
  ),
  watch(
    'deadlocks',
    'Statements that were aborted',
    history,
    recent(table, "execution_status ILIKE 'failed%'"),
    words`a deadlock or a lock that was not had: by ${code('error_code')}, against the baseline`,
  ),
  watch(
    'slow queries',
    `Time of statements on ${table}`,
    history,
    recent(table, "execution_status ILIKE 'success' ORDER BY total_elapsed_time DESC LIMIT 20"),
    words`${code('total_elapsed_time')} in ms, against the baseline`,
  ),
  watch(
    'replication lag',
    'Refresh of the replicated database',
    'sql-reference/functions/replication_group_refresh_history',
    "SELECT phase_name, start_time, end_time FROM TABLE(INFORMATION_SCHEMA.REPLICATION_GROUP_REFRESH_HISTORY('<replication group>'))",
    words`the age of the last refresh that ended`,
  ),
  watch(
    'slot lag',
    'Streams',
    'sql-reference/sql/show-streams',
    'SHOW STREAMS',
    words`${code('stale')} and ${code('stale_after')} of each stream on ${code(table)}`,
  ),
  absent('index build', 'Index build', words`there are no indexes; clustering runs by itself`),
  absent(
    'vacuum',
    'Clean-up',
    words`old parts are given back by themselves when Time Travel and Fail-safe have passed`,
  ),
  absent('disk', 'Storage', words`it never fills up; a rewrite costs until Time Travel and Fail-safe have passed`),
  watch(
    'leftovers',
    'Clones that were kept',
    'sql-reference/sql/show-tables',
    `SHOW TABLES LIKE ${quoting.text(`${quoting.bare(table)}_%`)}`,
    words`a clone that no step of this plan names any more`,
  ),
  absent('connections', 'Connections', words`statements wait in the queue of the warehouse: its load in Snowsight`),
];
