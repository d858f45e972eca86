import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const backups = defineDependency({
  id: 'backups',
  title: 'Backups',
  hint: 'Dumps, base backups, snapshots and log archives',
  moves: 'does not move',
  before: words`Finish and restore one backup first, and write down the minutes. Move the nightly dump out of the window: a schema step waits for its locks.`,
  during: words`Watch the log archive: a fill or rewrite writes much log, and an archive that falls behind fills the disk.`,
  after: words`Take a new backup after contraction, and keep the one from before until the retention that was agreed: it is the only place where dropped values still are.`,
  onRollback: words`A restore loses what was written since, or it is copied over; single values come from a copy beside production.`,
  signal: words`age and size of the last backup, and log not yet archived`,
  source: manual('https://www.postgresql.org/docs/current/backup-dump.html'),
});
