import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';

export const progressWatches: readonly Watch[] = [
  {
    family: 'index build',
    title: 'How far an ALTER TABLE is',
    statement: reading(
      `SELECT t.PROCESSLIST_ID AS id, s.EVENT_NAME AS stage, ROUND(100 * s.WORK_COMPLETED / NULLIF(s.WORK_ESTIMATED, 0), 1) AS percent, LEFT(t.PROCESSLIST_INFO, 80) AS query
FROM performance_schema.events_stages_current s JOIN performance_schema.threads t ON t.THREAD_ID = s.THREAD_ID
WHERE s.EVENT_NAME LIKE 'stage/innodb/alter%' OR s.EVENT_NAME = 'stage/sql/copy to tmp table'`,
      {
        source: inManual('monitor-alter-table-performance-schema'),
        remark: `before the build: UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME LIKE 'events_stages%'`,
      },
    ),
    reads: words`${code('events_stages_current')}: ${code('copy to tmp table')} where none was planned is a copy; in ${code('log apply')} it catches up with writes`,
  },
  {
    family: 'vacuum',
    title: 'Old row versions that wait for purge',
    statement: reading(
      `SELECT COUNT AS history_list_length FROM information_schema.INNODB_METRICS WHERE NAME = 'trx_rseg_history_len'`,
      { source: inManual('innodb-purge-configuration') },
    ),
    reads: words`${code('trx_rseg_history_len')}: grows while an old transaction is open or batches come faster than purge; reads slow down with it`,
  },
];
