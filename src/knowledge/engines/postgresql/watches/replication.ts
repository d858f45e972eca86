import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';

export const replicationWatches: readonly Watch[] = [
  {
    family: 'replication lag',
    title: 'Replica lag, asked on the primary',
    statement: reading(
      `SELECT application_name, state, sync_state, replay_lag, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)) AS behind FROM pg_stat_replication`,
      { source: inManual('monitoring-stats#MONITORING-PG-STAT-REPLICATION-VIEW') },
    ),
    reads: words`${code('pg_stat_replication.replay_lag')}; a missing row: a standby is gone`,
  },
  {
    family: 'replication lag',
    title: 'Replica lag, asked on a standby',
    statement: reading(
      `SELECT CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN interval '0' ELSE now() - pg_last_xact_replay_timestamp() END AS replay_delay`,
      { source: inManual('functions-admin#FUNCTIONS-RECOVERY-CONTROL') },
    ),
    reads: words`time since the last transaction that was replayed, for a replica that the primary cannot see`,
  },
  {
    family: 'slot lag',
    title: 'Log that replication slots hold back',
    statement: reading(
      `SELECT slot_name, slot_type, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), coalesce(confirmed_flush_lsn, restart_lsn))) AS behind,
  pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) AS kept_on_disk FROM pg_replication_slots`,
      { source: inManual('view-pg-replication-slots') },
    ),
    reads: words`${code('pg_replication_slots')}: one not ${code('active')} fills the primary’s disk`,
  },
];
