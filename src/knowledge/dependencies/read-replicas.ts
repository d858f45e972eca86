import { before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const readReplicas = defineDependency({
  id: 'read-replicas',
  title: 'Read replicas',
  hint: 'Copies of the primary that serve reads or wait for a failover',
  moves: false,
  duties: [
    during('lock', words`the longest query on each is waited for: it holds replay back or is cancelled`),
    during('rows', words`the fill waits for the lag of each`),
    before('switch', words`each has replayed what is read, and the checks of the phase hold there`),
  ],
  onRollback: words`the way back is replayed too: until then reads that cannot wait go to the primary`,
  signal: words`replay lag of each replica, and queries cancelled there`,
  source: manual('https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-CONFLICT'),
});
