import { after, before, defineDependency, during, paused } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const backups = defineDependency({
  id: 'backups',
  title: 'Backups',
  hint: 'Dumps, base backups, snapshots and log archives',
  moves: false,
  duties: [
    before('lock', words`one backup restored, minutes noted`),
    paused('lock', words`no dump: each waits for the other’s locks`),
    during('rows', words`the log archive keeps up, or the disk fills`),
    after('departure', words`a new backup; the one before kept until ______: old values are only there`),
  ],
  onRollback: words`a restore loses what was written since; single values come from a copy beside production`,
  signal: words`age and size of the last backup, and log not yet archived`,
  source: manual('https://www.postgresql.org/docs/current/backup-dump.html'),
});
