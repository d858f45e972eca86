import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const heroku: Hosting = {
  id: 'heroku',
  name: 'Heroku Postgres',
  backup: words`see in ${code('heroku pg:info')}, line Rollback, from which moment on this database can be had back; where continuous protection is on, a logical backup of a large database is not needed and likely to fail`,
  pointInTime: words`a rollback (${code('--rollback')} with ${code('--to')}) makes a new database as it was at the moment named and leaves this one as it is; promote it, or copy back from it`,
  copy: words`a fork of the database (${code('--fork')}) on the same plan`,
  notes: [],
  notesWhen: {
    lossy: words`Right after a fork, and on a follower right after it stops following, rollback is not available yet`,
  },
  source: manual('https://devcenter.heroku.com/articles/heroku-postgres-rollback'),
};
