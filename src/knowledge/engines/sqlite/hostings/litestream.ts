import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const litestream: Hosting = {
  id: 'litestream',
  name: 'A file copied by Litestream',
  backup: words`see that Litestream has copied everything up to now, and copy the file once more with ${code('VACUUM INTO')}: the copy comes back faster than a restore`,
  pointInTime: words`${code('litestream restore')} makes a new file beside this one, from what was copied; then stop every program and put it in the file’s place`,
  copy: words`a restore from what Litestream copied, which tries the restore as well`,
  watches: [
    {
      family: 'replication lag',
      title: 'What Litestream has not copied yet',
      reads: words`Litestream’s own log and metrics: age of the last copied change`,
    },
  ],
  notes: [
    words`A rebuild changes as many pages as the table has: all of them are copied, and a restore to a moment in between replays them`,
    words`Litestream follows the ${code('-wal')} file: never run a plain ${code('VACUUM')} or leave WAL mode in the window`,
  ],
  source: {
    kind: 'unconfirmed',
    question: 'To which moments does this version of Litestream restore, with which command, in how many minutes?',
  },
};
