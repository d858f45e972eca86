import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { bareName, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const internal = (name: string): string => `${pages.internal}#${name}`;

/** Rows that are locked, who waits for whom, and what has been open for long. */
export const activityWatches = (table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Locked rows of ${table}`,
    statement: reading(
      `SELECT granted, contended, count(*) AS locks, max(duration) AS longest FROM crdb_internal.cluster_locks
WHERE table_name = ${sqlString(bareName(table))} GROUP BY granted, contended`,
      { page: internal('cluster_locks') },
    ),
    reads: words`${code('crdb_internal.cluster_locks')}, row by row: no schema change locks the table. ${code('granted = false')} waits; the query costs on a busy cluster, so not more than once a minute`,
  },
  {
    family: 'blockers',
    title: 'Who holds rows that others wait for',
    statement: reading(
      `SELECT l.txn_id, s.session_id, s.application_name, s.client_address, s.active_queries, count(*) AS locks FROM crdb_internal.cluster_locks AS l
LEFT JOIN crdb_internal.cluster_sessions AS s ON s.kv_txn = l.txn_id::STRING
WHERE l.granted AND l.contended GROUP BY 1, 2, 3, 4, 5 ORDER BY locks DESC`,
      { page: internal('client-sessions-holding-locks') },
    ),
    reads: words`holders of contended rows; ${code(`CANCEL SESSION '<session_id>'`)} ends one, only by its owner’s word`,
  },
  {
    family: 'old transactions',
    title: 'Transactions older than 30 s',
    statement: reading(
      `SELECT id, application_name, start, num_stmts, num_retries, session_id FROM crdb_internal.cluster_transactions
WHERE start < now()::TIMESTAMP - INTERVAL '30 s' ORDER BY start`,
      { page: internal('cluster_transactions') },
    ),
    reads: words`${code('crdb_internal.cluster_transactions')}: a schema change waits for each one that uses its table`,
  },
  {
    family: 'deadlocks',
    title: 'Contention and retries',
    statement: reading(
      `SELECT table_name, index_name, count(*) AS events, max(contention_duration) AS longest FROM crdb_internal.transaction_contention_events
WHERE collection_ts > now() - INTERVAL '10 min' GROUP BY 1, 2 ORDER BY longest DESC LIMIT 20`,
      { page: internal('transaction_contention_events') },
    ),
    reads: words`there are no deadlocks that stay: one transaction gets ${code('40001')} and must retry. More events on ${code(table)} than before is a stop for batches`,
  },
  {
    family: 'slow queries',
    title: 'Statements that run for more than 2 s',
    statement: reading(
      `SELECT query_id, application_name, phase, start, left(query, 120) AS query FROM crdb_internal.cluster_queries
WHERE start < now()::TIMESTAMP - INTERVAL '2 s' ORDER BY start`,
      { page: internal('cluster_queries') },
    ),
    reads: words`${code('crdb_internal.cluster_queries')}; the P99 of ${code(table)} on the Statements page of the DB Console against the baseline`,
  },
  {
    family: 'connections',
    title: 'Sessions',
    statement: reading(
      `SELECT node_id, count(*) AS sessions, count(*) FILTER (WHERE active_queries <> '') AS active FROM crdb_internal.cluster_sessions GROUP BY node_id ORDER BY node_id`,
      { page: internal('cluster_sessions') },
    ),
    reads: words`by node: active ones no more than about four for each vCPU, and even over the nodes`,
  },
];
