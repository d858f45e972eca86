import type { Situation, Watch } from '#model/engine.ts';
import { code, type Text, words } from '#model/text.ts';
import { alone } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';

const { quoting } = dialect;
const jobsPage = 'information-schema-jobs';

const watch = (family: Watch['family'], title: string, page: string, text: string, reads: Text): Watch => ({
  family,
  title,
  statement: alone(dialect, text, { table: '', claim: 'reads', source: inManual(page) }),
  reads,
});

const absent = (family: Watch['family'], title: string, reads: Text): Watch => ({ family, title, absent: true, reads });

const jobs = (table: string, condition: string, rest = '') =>
  `SELECT job_id, user_email, state, creation_time, end_time, total_slot_ms, error_result.reason FROM \`region-<region>\`.INFORMATION_SCHEMA.JOBS_BY_PROJECT
WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 HOUR)
  AND EXISTS (SELECT 1 FROM UNNEST(referenced_tables) AS r WHERE r.table_id = ${quoting.text(quoting.bare(table))}) AND ${condition}${rest}`;

/** What to look at while a plan runs, for one table. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  absent(
    'locks',
    'Locks',
    words`nobody waits for a lock; a change that meets another in the same partition is refused after three tries, and a third one on the table waits as ${code('PENDING')}`,
  ),
  absent('blockers', 'Who holds the table', words`nobody holds a table; readers see a snapshot`),
  watch(
    'old transactions',
    'Jobs that have not ended',
    jobsPage,
    jobs(table, "state <> 'DONE'", ' ORDER BY creation_time'),
    words`a change of rows that began long ago; wait for it or cancel it`,
  ),
  watch(
    'deadlocks',
    'Changes that were refused',
    jobsPage,
    jobs(table, 'error_result.reason IS NOT NULL'),
    words`conflicts with our statement (${code('Could not serialize access')}), against the baseline`,
  ),
  watch(
    'slow queries',
    `Time of jobs on ${table}`,
    jobsPage,
    jobs(table, "state = 'DONE'", ' ORDER BY total_slot_ms DESC LIMIT 20'),
    words`${code('end_time')} less ${code('creation_time')}, and slot time, against the baseline`,
  ),
  watch(
    'replication lag',
    'Replicas of the dataset',
    'information-schema-schemata-replicas',
    'SELECT schema_name, replica_name, replication_time FROM `region-<region>`.INFORMATION_SCHEMA.SCHEMATA_REPLICAS',
    words`now less ${code('replication_time')}`,
  ),
  watch(
    'slot lag',
    'Streamed rows',
    'information-schema-streaming',
    `SELECT start_timestamp, error_code, total_requests, total_rows FROM \`region-<region>\`.INFORMATION_SCHEMA.STREAMING_TIMELINE_BY_PROJECT WHERE table_id = ${quoting.text(quoting.bare(table))} ORDER BY start_timestamp DESC LIMIT 20`,
    words`requests with an ${code('error_code')}: a writer that does not fit the schema of now`,
  ),
  absent('index build', 'Index build', words`there are no indexes to wait for; clustering runs by itself`),
  absent('vacuum', 'Clean-up', words`old blocks are given back by themselves`),
  absent(
    'disk',
    'Storage',
    words`it never fills up; a rewrite costs until the time travel window and fail-safe have passed`,
  ),
  watch(
    'leftovers',
    'Clones and snapshots that were kept',
    'information-schema-tables',
    `SELECT table_name, table_type, creation_time FROM ${quoting.table(quoting.schema(table) ?? '<dataset>')}.INFORMATION_SCHEMA.TABLES WHERE STARTS_WITH(table_name, ${quoting.text(`${quoting.bare(table)}_`)})`,
    words`one that no step of this plan names any more`,
  ),
  absent('connections', 'Connections', words`jobs share slots: the use of the reservation in Cloud Monitoring`),
];
