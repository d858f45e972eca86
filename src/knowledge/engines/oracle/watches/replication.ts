import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';

/** Standby databases, and who reads the redo late. */
export const replicationWatches: readonly Watch[] = [
  {
    family: 'replication lag',
    title: 'Lag of Data Guard, asked on each standby',
    statement: reading(
      `SELECT name, value, unit, time_computed, datum_time FROM v$dataguard_stats WHERE name IN ('transport lag', 'apply lag')`,
      {
        source: inManual('refrn/V-DATAGUARD_STATS.html'),
        remark: 'asked on the standby: on the primary it answers no row',
      },
    ),
    reads: words`${code('v$dataguard_stats')}: ${code('apply lag')}; when ${code('datum_time')} stands still the standby hears nothing, and the lag is no lag but a gap`,
  },
  {
    family: 'slot lag',
    title: 'Redo that a capture has not read',
    statement: reading(
      `SELECT capture_name, status, captured_scn, applied_scn, required_checkpoint_scn, (SELECT current_scn FROM v$database) AS now_scn, error_message FROM dba_capture`,
      {
        source: inManual('refrn/DBA_CAPTURE.html'),
        remark: 'integrated GoldenGate; for others see INFO EXTRACT or the connector',
      },
    ),
    reads: words`${code('required_checkpoint_scn')}: archived redo from there on must stay, however full the recovery area is`,
  },
];
