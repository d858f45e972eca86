import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a full backup (XtraBackup, the CLONE plugin, or ${code('mysqldump --single-transaction --source-data=2')}) and see that the binary logs since then are complete and kept elsewhere too`,
  pointInTime: words`restore the full backup on a server beside this one and replay the binary logs into it with ${code('mysqlbinlog --start-position --stop-position')}, up to the event before the mistake; copy back what you need`,
  copy: words`the newest full backup, restored on a machine of the same size`,
  notes: [
    words`Without the binary logs there is no restore to a point in time, only to the moment of the backup`,
    words`A rebuild or copy of a table needs room for a second one in the data directory, and for sorted rows in ${code('tmpdir')} (${code('innodb_tmpdir')})`,
  ],
  source: inManual('point-in-time-recovery-binlog'),
};
