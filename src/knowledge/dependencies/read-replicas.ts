import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const readReplicas = defineDependency({
  id: 'read-replicas',
  title: 'Read replicas',
  hint: 'Copies of the primary that serve reads or wait for a failover',
  moves: 'does not move',
  before: words`Note the lag at rest and the longest query on each: a schema change waits for such queries or cancels them, and lag grows.`,
  during: words`Slow down or pause the fill when lag passes its limit. After a schema step wait until every replica has replayed it before a release reads the new object.`,
  after: words`Run the checks of the phase on each replica as well, and let lag come back to its baseline before the next phase.`,
  onRollback: words`The way back is replayed too: until then a replica shows the schema that leaves; reads that cannot wait go to the primary.`,
  signal: words`replay lag of each replica, and queries cancelled there`,
  source: manual('https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-CONFLICT'),
});
