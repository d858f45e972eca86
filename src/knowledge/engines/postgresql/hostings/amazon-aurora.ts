import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { reading } from '../reading.ts';

export const amazonAurora: Hosting = {
  id: 'amazon-aurora',
  name: 'Amazon Aurora PostgreSQL',
  backup: words`take a cluster snapshot (${code('aws rds create-db-cluster-snapshot')}) and note ${code('LatestRestorableTime')} of the cluster`,
  pointInTime: words`${code('aws rds restore-db-cluster-to-point-in-time')} makes a new cluster, never this one again, and without an instance: ${code('aws rds create-db-instance')} follows before anybody can connect, and both count in the restore time`,
  copy: words`a clone of the cluster (${code('--restore-type copy-on-write')}), in the same region, which shares its pages with the original until one of the two changes them`,
  watches: [
    {
      family: 'replication lag',
      title: 'Lag of the readers',
      statement: reading(`SELECT server_id, session_id, replica_lag_in_msec FROM aurora_replica_status()`, {
        source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora_replica_status.html'),
      }),
      reads: words`${code('aurora_replica_status()')}, ${code('AuroraReplicaLag')}; readers are not in ${code('pg_stat_replication')}`,
    },
  ],
  storage: words`in the shared volume, which grows by itself; for sorts of an index build on the instance (${code('FreeLocalStorage')})`,
  notes: [],
  notesWhen: {
    pooled: words`RDS Proxy pins a connection that runs ${code('SET')} to one session. Connect to the writer endpoint of the cluster, not through the proxy`,
  },
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html'),
};
