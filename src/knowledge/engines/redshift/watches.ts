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

const like = (table: string) => quoting.text(`%${quoting.bare(table).toLowerCase()}%`);

/** What to look at while a plan runs, for one table. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  watch(
    'locks',
    `Who waits for ${table}`,
    'r_SVV_TRANSACTIONS',
    'SELECT xid, pid, txn_owner, txn_start, lock_mode, relation FROM svv_transactions WHERE NOT granted',
    words`each row waits; more than 10 s behind one of ours is a stop`,
  ),
  watch(
    'blockers',
    'Who holds the table',
    'r_SVV_TRANSACTIONS',
    `SELECT xid, pid, txn_owner, txn_start, lock_mode, relation FROM svv_transactions WHERE granted AND relation IN (SELECT table_id FROM svv_table_info WHERE "table" = ${quoting.text(quoting.bare(table).toLowerCase())})`,
    words`${code('AccessExclusiveLock')} holds up everybody; its ${code('pid')} is what is cancelled`,
  ),
  watch(
    'old transactions',
    'Old transactions',
    'r_SVV_TRANSACTIONS',
    'SELECT DISTINCT xid, pid, txn_owner, txn_start FROM svv_transactions WHERE txn_start < DATEADD(second, -30, GETDATE()) ORDER BY txn_start',
    words`wait for them or end them before a step: even one that has only read holds a lock`,
  ),
  watch(
    'deadlocks',
    'Conflicts of transactions',
    'r_STL_TR_CONFLICT',
    'SELECT xact_id, process_id, xact_start_ts, abort_time, table_id FROM stl_tr_conflict WHERE abort_time > DATEADD(hour, -1, GETDATE())',
    words`transactions that were undone for ${code('1023')}, against the baseline`,
  ),
  watch(
    'slow queries',
    `Time of statements on ${table}`,
    'SYS_QUERY_HISTORY',
    `SELECT query_id, user_id, status, elapsed_time, queue_time, lock_wait_time FROM sys_query_history WHERE start_time > DATEADD(hour, -1, GETDATE()) AND query_text ILIKE ${like(table)} ORDER BY elapsed_time DESC LIMIT 20`,
    words`${code('elapsed_time')} in µs, with the time in the queue and behind locks, against the baseline`,
  ),
  absent('replication lag', 'Replication lag', words`consumers of a datashare read the same data`),
  absent('slot lag', 'Slots', words`there are no replication slots`),
  absent('index build', 'Index build', words`there are no indexes`),
  watch(
    'vacuum',
    'Rows that went, and sorting',
    'r_SVV_TABLE_INFO',
    `SELECT unsorted, stats_off, tbl_rows, estimated_visible_rows FROM svv_table_info WHERE "table" = ${quoting.text(quoting.bare(table).toLowerCase())}`,
    words`rows less visible rows still take room; ${code('unsorted')} in percent`,
  ),
  watch(
    'disk',
    'Disk',
    'r_STV_PARTITIONS',
    'SELECT owner AS node, SUM(used) AS used, SUM(capacity) AS capacity FROM stv_partitions GROUP BY owner ORDER BY owner',
    words`used of capacity on each node, in blocks of 1 MB; a deep copy needs the table once more`,
  ),
  watch(
    'leftovers',
    'Copies that were kept',
    'r_SVV_TABLE_INFO',
    `SELECT "schema", "table", size FROM svv_table_info WHERE "table" LIKE ${quoting.text(`${quoting.bare(table).toLowerCase()}_%`)}`,
    words`one that no step of this plan names any more`,
  ),
  watch(
    'connections',
    'Queues',
    'r_STV_WLM_SERVICE_CLASS_STATE',
    'SELECT service_class, num_queued_queries, num_executing_queries FROM stv_wlm_service_class_state WHERE service_class > 4',
    words`queued queries near 0`,
  ),
];
