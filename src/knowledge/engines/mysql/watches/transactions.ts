import type { Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';

/** Open transactions, for the whole family. */
export const oldTransactions = (source: Source): Watch => ({
  family: 'old transactions',
  title: 'Transactions older than 30 s',
  statement: reading(
    `SELECT trx_mysql_thread_id AS id, TIMESTAMPDIFF(SECOND, trx_started, NOW()) AS seconds, trx_state, trx_rows_modified, LEFT(trx_query, 80) AS query
FROM information_schema.INNODB_TRX WHERE trx_started < NOW() - INTERVAL 30 SECOND ORDER BY trx_started`,
    { source, remark: 'on the primary and on every replica' },
  ),
  reads: words`${code('INNODB_TRX')}: each holds the tables it has touched until it ends; ${code('id')} 0 is a prepared XA transaction`,
});

const slow = words`slow query log (${code('long_query_time = 0.5')})`;

/** Statements by their shape, for the whole family. `off`: the performance schema is off unless the server was started with it. */
export const slowQueries = (table: string, source: Source, { off = false } = {}): Watch => ({
  family: 'slow queries',
  title: `Slowest statements on ${table}`,
  statement: reading(
    `SELECT COUNT_STAR AS calls, ROUND(AVG_TIMER_WAIT / 1e9, 1) AS mean_ms, ROUND(MAX_TIMER_WAIT / 1e9, 1) AS max_ms, LEFT(DIGEST_TEXT, 80) AS query
FROM performance_schema.events_statements_summary_by_digest WHERE DIGEST_TEXT REGEXP ${wordPattern(table)} ORDER BY AVG_TIMER_WAIT DESC LIMIT 10`,
    { source, ...(off ? { remark: 'empty unless the server was started with performance_schema = ON' } : {}) },
  ),
  reads: off
    ? words`${slow}; ${code('events_statements_summary_by_digest')} only if the server was started with ${code('performance_schema = ON')}: it is off by default`
    : words`${slow} or ${code('events_statements_summary_by_digest')}`,
});

export const transactionWatches = (table: string): readonly Watch[] => [
  oldTransactions(inManual('information-schema-innodb-trx-table')),
  slowQueries(table, inManual('performance-schema-statement-summary-tables')),
  {
    family: 'connections',
    title: 'Connections in use',
    statement: reading(
      `SELECT MAX(IF(VARIABLE_NAME = 'Threads_connected', VARIABLE_VALUE + 0, NULL)) AS in_use, MAX(IF(VARIABLE_NAME = 'Threads_running', VARIABLE_VALUE + 0, NULL)) AS active,
  @@GLOBAL.max_connections AS allowed FROM performance_schema.global_status`,
      { source: inManual('server-status-variables') },
    ),
    reads: words`${code('Threads_connected')} against ${code('max_connections')}, and clients that wait in the proxy; ${code('Threads_running')} that climbs is a queue`,
  },
];
