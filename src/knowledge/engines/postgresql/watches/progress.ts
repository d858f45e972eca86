import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';

export const progressWatches: readonly Watch[] = [
  {
    family: 'index build',
    title: 'How far an index build is',
    statement: reading(`SELECT * FROM pg_stat_progress_create_index`, {
      source: inManual('progress-reporting#CREATE-INDEX-PROGRESS-REPORTING'),
    }),
    reads: words`waits for ${code('current_locker_pid')}`,
  },
  {
    family: 'vacuum',
    title: 'How far a vacuum is',
    statement: reading(
      `SELECT p.pid, p.relid::regclass AS table_name, p.phase, round(100.0 * p.heap_blks_scanned / nullif(p.heap_blks_total, 0), 1) AS percent, left(a.query, 80) AS query
FROM pg_stat_progress_vacuum p JOIN pg_stat_activity a USING (pid)`,
      { source: inManual('progress-reporting#VACUUM-PROGRESS-REPORTING') },
    ),
    reads: words`${code('pg_stat_progress_vacuum')}: it gives way to a schema step, unless its query says ${code('to prevent wraparound')}`,
  },
];
