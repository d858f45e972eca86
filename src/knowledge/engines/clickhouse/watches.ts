import type { Situation, Watch } from '#model/engine.ts';
import { code, type Text, words } from '#model/text.ts';
import { alone } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';
import { named } from './queries.ts';

const { quoting } = dialect;

const watch = (family: Watch['family'], title: string, page: string, text: string, reads: Text): Watch => ({
  family,
  title,
  statement: alone(dialect, text, { table: '', claim: 'reads', source: inManual(`operations/system-tables/${page}`) }),
  reads,
});

const processes = (table: string, condition: string) =>
  `SELECT query_id, user, elapsed, query_kind, query FROM system.processes WHERE positionCaseInsensitive(query, ${quoting.text(quoting.bare(table))}) > 0 AND ${condition} ORDER BY elapsed DESC`;

/** What to look at while a plan runs, for one table. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  watch(
    'locks',
    `Queries of ${table}`,
    'processes',
    processes(table, 'elapsed > 1'),
    words`queries that began after our ${code('ALTER')} and wait behind it; more than 10 s is a stop`,
  ),
  watch(
    'blockers',
    'Long queries that hold the table',
    'processes',
    processes(table, "elapsed > 10 AND query_kind <> 'Alter'"),
    words`our ${code('ALTER')} waits for each of them`,
  ),
  watch(
    'old transactions',
    'Long queries and inserts',
    'processes',
    processes(table, 'elapsed > 30'),
    words`wait for them or end them before a step`,
  ),
  {
    family: 'deadlocks',
    title: 'Deadlocks',
    absent: true,
    reads: words`there are none; a lock that is not had in time is ${code('DEADLOCK_AVOIDED')}`,
  },
  watch(
    'slow queries',
    `Time of queries on ${table}`,
    'query_log',
    `SELECT query_kind, count() AS times, quantile(0.95)(query_duration_ms) AS p95, countIf(type LIKE 'Exception%') AS failed FROM system.query_log WHERE event_time > now() - INTERVAL 10 MINUTE AND type <> 'QueryStart' AND has(tables, concat(${quoting.schema(table) === undefined ? 'currentDatabase()' : quoting.text(quoting.schema(table) ?? '')}, ${quoting.text(`.${quoting.bare(table)}`)})) GROUP BY query_kind`,
    words`p95 in ms and failures, against the baseline`,
  ),
  watch(
    'replication lag',
    'Replicas',
    'replicas',
    `SELECT replica_name, is_readonly, absolute_delay, queue_size, part_mutations_in_queue, columns_version FROM system.replicas WHERE ${named(table)}`,
    words`${code('absolute_delay')} in seconds, on each replica`,
  ),
  watch(
    'slot lag',
    'Queue of the replicas',
    'replication_queue',
    `SELECT replica_name, type, create_time, num_tries, last_exception FROM system.replication_queue WHERE ${named(table)} ORDER BY create_time LIMIT 20`,
    words`an entry that is tried again and again, with ${code('last_exception')}`,
  ),
  watch(
    'index build',
    'Mutations',
    'mutations',
    `SELECT mutation_id, command, create_time, parts_to_do, latest_fail_reason FROM system.mutations WHERE ${named(table)} AND NOT is_done`,
    words`${code('parts_to_do')} falls to 0, and ${code('latest_fail_reason')} is empty`,
  ),
  watch(
    'vacuum',
    'Parts',
    'parts',
    `SELECT partition, count() AS parts, sum(rows) AS rows FROM system.parts WHERE active AND ${named(table)} GROUP BY partition ORDER BY parts DESC LIMIT 20`,
    words`parts of one partition; inserts slow down and then fail when there are too many`,
  ),
  watch(
    'disk',
    'Disk',
    'disks',
    'SELECT name, formatReadableSize(free_space) AS free, formatReadableSize(total_space) AS total FROM system.disks',
    words`free of total, on each server; a mutation needs its columns once more`,
  ),
  watch(
    'leftovers',
    'Clones, and parts that were detached',
    'detached_parts',
    `SELECT database, table, partition_id, name, reason FROM system.detached_parts WHERE ${named(table)}`,
    words`what no step of this plan names; clones: ${code(`SHOW TABLES LIKE '${quoting.bare(table)}_%'`)}`,
  ),
  watch(
    'connections',
    'Connections',
    'metrics',
    "SELECT metric, value FROM system.metrics WHERE metric IN ('TCPConnection', 'HTTPConnection', 'Query')",
    words`against ${code('max_connections')} and ${code('max_concurrent_queries')}`,
  ),
];
