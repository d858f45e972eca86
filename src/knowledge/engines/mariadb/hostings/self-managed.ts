import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inDocs } from '../pages.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a full backup (${code('mariadb-backup --backup')}, or ${code('mariadb-dump --single-transaction --master-data=2')}) and see that the binary logs since then are complete and kept elsewhere too`,
  pointInTime: words`restore the full backup on a server beside this one and replay the binary logs into it with ${code('mariadb-binlog --start-position --stop-position')}, up to the event before the mistake; copy back what you need`,
  copy: words`the newest full backup, restored on a machine of the same size`,
  notes: [
    words`Without the binary logs there is no restore to a point in time, only to the moment of the backup`,
    words`${code('mariadb-binlog --flashback')} turns rows back and no DDL, and needs ${code('binlog_format = ROW')} with full row images from before the mistake`,
    words`A rebuild or copy of a table needs room for a second one in the data directory, and in ${code('tmpdir')} for what is sorted or written meanwhile`,
  ],
  source: inDocs('server-usage/backup-and-restore/mariadb-backup'),
};
