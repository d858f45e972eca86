import type { Situation, Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';
import { onAzure } from '../versions.ts';

const views = 'relational-databases/system-dynamic-management-views';

const groups: Watch = {
  family: 'replication lag',
  title: 'Lag of the availability group, asked on the primary',
  statement: reading(
    `SELECT r.replica_server_name, d.synchronization_state_desc, d.is_suspended, d.secondary_lag_seconds, d.log_send_queue_size AS send_queue_kb, d.redo_queue_size, d.redo_rate
FROM sys.dm_hadr_database_replica_states AS d JOIN sys.availability_replicas AS r ON r.replica_id = d.replica_id WHERE d.is_local = 0`,
    { source: inManual(`${views}/sys-dm-hadr-database-replica-states-transact-sql`) },
  ),
  reads: words`${code('sys.dm_hadr_database_replica_states')}: ${code('redo_queue_size')} divided by ${code('redo_rate')} is the lag in seconds; a growing one on a readable secondary is a query there that holds up the redo of a schema change`,
};

const azureLag: Watch = {
  family: 'replication lag',
  title: 'Lag of the geo-replicas, asked on the primary',
  statement: reading(
    `SELECT partner_server, partner_database, replication_state_desc, replication_lag_sec, last_replication FROM sys.dm_geo_replication_link_status`,
    { source: inManual(`${views}/sys-dm-geo-replication-link-status-azure-sql-database`) },
  ),
  reads: words`${code('sys.dm_geo_replication_link_status')}; no row: no geo-replica. The local read-only replica lags behind for a moment and has no view of its own here`,
};

/** Replicas, and who reads the log late. */
export const replicationWatches = (situation: Situation): readonly Watch[] => [
  onAzure(situation) ? azureLag : groups,
  {
    family: 'slot lag',
    title: 'Changes that capture has not yet read',
    statement: reading(
      `SELECT TOP (5) start_time, end_time, duration, latency AS latency_s, command_count, error_count, empty_scan_count FROM sys.dm_cdc_log_scan_sessions ORDER BY session_id DESC`,
      {
        source: inManual(`${views}/change-data-capture-sys-dm-cdc-log-scan-sessions`),
        remark: 'where change data capture is on; for transactional replication see MSdistribution_status',
      },
    ),
    reads: words`${code('latency_s')} of the newest session; while capture stands still the log is not cut, whatever the recovery model`,
  },
];
