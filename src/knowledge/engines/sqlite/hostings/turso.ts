import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const turso: Hosting = {
  id: 'turso',
  name: 'Turso Cloud (libSQL)',
  backup: words`nothing to start: each commit is kept, for 24 hours on the free plan and 10 to 90 days on the others; note the moment, with up to 15 s before it that may be missing`,
  pointInTime: words`${code('turso db create <new> --from-db <old> --timestamp <moment>')} makes a new database with an address and tokens of its own; the application moves to it, and never back to the same name`,
  copy: words`a new database made from this one at a moment just past`,
  watches: [
    {
      family: 'replication lag',
      title: 'Embedded replicas',
      reads: words`when each embedded replica last synced: until then it reads the old schema`,
    },
  ],
  notes: [
    words`libSQL is a fork of SQLite with statements of its own; this plan uses only those of SQLite. ${code('SELECT sqlite_version()')} says which version its core has`,
    words`Whether pragmas such as ${code('foreign_keys')} and ${code('legacy_alter_table')} hold for a whole script there is tried on the copy before`,
  ],
  source: { kind: 'manual', url: 'https://docs.turso.tech/features/point-in-time-recovery' },
};
