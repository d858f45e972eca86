import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

const deployRequests = manual('https://planetscale.com/docs/vitess/schema-changes/deploy-requests');

export const planetscale: Hosting = {
  id: 'planetscale',
  name: 'PlanetScale',
  backup: words`make a backup of the production branch (${code('pscale backup create <database> <branch>')}) and note its id`,
  pointInTime: words`${code('pscale backup restore')} makes a new branch as it was at the backup, never this one again; what came after the backup is not in it, so ask support what else there is before you rely on it`,
  copy: words`a branch restored from the newest backup, with the cluster size of production`,
  watches: [
    {
      family: 'index build',
      title: 'How far a schema change is',
      reads: words`the page of the deploy request, or ${code('SHOW VITESS_MIGRATIONS')}: ${code('progress')}, ${code('eta_seconds')}`,
    },
  ],
  notes: [
    words`On a branch with safe migrations DDL is refused: make the same change on a development branch, without ${code('ALGORITHM')} and ${code('LOCK')}, and open a deploy request`,
    words`A deployed change can be reverted for 30 minutes with the rows written meanwhile: the old table is kept in step until then. That is the way back within half an hour; after it, the undo below is a deploy request of its own`,
    words`An instant deployment cannot be reverted: leave it out where the way back matters. A foreign key needs foreign key support turned on for the database and an unsharded keyspace, and a deploy request looks at no row that is there: count the orphans`,
    words`Triggers, routines and renaming a column in place are limited or refused here: read the compatibility page for each before the plan is agreed`,
  ],
  source: deployRequests,
};
