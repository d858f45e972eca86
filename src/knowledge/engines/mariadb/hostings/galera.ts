import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const galera: Hosting = {
  id: 'galera',
  name: 'Galera cluster',
  backup: words`take a full backup of one node (${code('mariadb-backup --backup --galera-info')}) and see that the binary logs since then are complete`,
  pointInTime: words`restore the backup on a server beside the cluster and replay binary logs into it; copy back what you need`,
  copy: words`the newest full backup, restored as a cluster of as many nodes`,
  notes: [
    words`Every node runs a DDL at the same place in the order of writes, and the whole cluster waits while it runs, also for other tables (${code('wsrep_OSU_method = TOI')}): only what is instant is short`,
    words`One large transaction is certified as a whole: keep batches small, and slow down when ${code('wsrep_flow_control_paused')} climbs`,
  ],
  source: unconfirmed(
    'With which wsrep_OSU_method does this cluster run DDL, and how long does the longest step hold up all writes on a cluster of the same size?',
  ),
};
