import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { reading } from '../reading.ts';

export const amazonAurora: Hosting = {
  id: 'amazon-aurora',
  name: 'Amazon Aurora MySQL',
  backup: words`take a cluster snapshot (${code('aws rds create-db-cluster-snapshot')}) and note ${code('LatestRestorableTime')} of the cluster`,
  pointInTime: words`${code('aws rds restore-db-cluster-to-point-in-time')} makes a new cluster, never this one again, and without an instance: ${code('aws rds create-db-instance')} follows before anybody can connect, and both count in the restore time`,
  copy: words`a clone of the cluster (${code('--restore-type copy-on-write')}), which shares its pages with the original until one of the two changes them`,
  watches: [
    {
      family: 'replication lag',
      title: 'Lag of the readers',
      statement: reading(
        `SELECT SERVER_ID, SESSION_ID, REPLICA_LAG_IN_MILLISECONDS FROM information_schema.REPLICA_HOST_STATUS`,
        {
          source: manual(
            'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.ISTables.html',
          ),
        },
      ),
      reads: words`${code('REPLICA_HOST_STATUS')}, ${code('AuroraReplicaLag')}; readers are no replicas of the binary log and are not in ${code('SHOW REPLICA STATUS')}`,
    },
  ],
  notes: [
    words`Aurora MySQL 3 answers as MySQL 8.0 does, instant DDL too; version 2 answers as 5.7 and has no ${code('ALGORITHM=INSTANT')}. Ask ${code('SELECT AURORA_VERSION()')}`,
    words`Writer and readers share one volume that grows by itself. What a build sorts lies on the instance: watch ${code('FreeLocalStorage')}`,
    words`The binary log is off unless the cluster's parameter group turns it on: a copy tool that reads it (gh-ost) and change capture need it`,
    words`RDS Proxy pins a connection that runs ${code('SET')} to one session. Connect to the writer endpoint of the cluster, not through the proxy`,
  ],
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.FastDDL.html'),
};
