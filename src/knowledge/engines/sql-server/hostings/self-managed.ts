import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`${code('BACKUP DATABASE … WITH COPY_ONLY, CHECKSUM')}, which leaves the chain of your differential backups alone, then ${code('BACKUP LOG')}; see that the recovery model is ${code('FULL')}, and for a change of hours make a database snapshot beside it`,
  pointInTime: words`restore the full backup ${code('WITH NORECOVERY')} under another name, then each log backup up to ${code('STOPAT')}, and copy back what you need. A database snapshot takes the whole database back at once: every later write is lost, the log chain is broken, and it must be the only snapshot`,
  copy: words`the newest full and log backups, restored on a server of the same edition and size`,
  notes: [
    words`${code('BACKUP LOG')} still works while a build runs, but the log is not cut before the build has ended, unless it is resumable`,
    words`With the simple recovery model there is no restore to a point in time, only to the moment of a backup`,
  ],
  source: inManual(
    'relational-databases/backup-restore/restore-a-sql-server-database-to-a-point-in-time-full-recovery-model',
  ),
};
