import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { reading } from '../reading.ts';

export const amazonAurora: Hosting = {
  id: 'amazon-aurora',
  name: 'Amazon Aurora MySQL',
  backup: words`take a cluster snapshot (${code('aws rds create-db-cluster-snapshot')}) and note ${code('LatestRestorableTime')} of the cluster`,
  pointInTime: words`${code('aws rds restore-db-cluster-to-point-in-time')} makes a new cluster, never this one again, and without an instance: ${code('aws rds create-db-instance')} follows before anybody can connect, and both count in the restore time. Where the cluster was made with Backtrack, it can be turned back in place within minutes instead, up to its window (72 hours at most): the whole cluster, with the loss of every write since`,
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
    {
      family: 'disk',
      title: 'Local storage of the writer',
      reads: words`CloudWatch: ${code('FreeLocalStorage')} of the writer; the volume grows by itself`,
    },
  ],
  storage: words`in the shared volume, which grows by itself; for what a build sorts and what is written meanwhile on the writer (${code('FreeLocalStorage')})`,
  replicas: words`readers use the same volume as the writer: none builds anything again, and none lags for as long as a build takes. A DDL on a table interrupts the connections of readers that use it at that moment: let the application try again, and end long queries on the readers shortly before each step`,
  notes: [
    words`Aurora MySQL 3 answers as MySQL 8.0 does, instant DDL too, and has no fast DDL of the lab mode; version 2 answers as 5.7 and has no ${code('ALGORITHM=INSTANT')}. Ask ${code('SELECT AURORA_VERSION()')}`,
    words`What a build sorts lies on the instance, and how much it has comes with its class: compare ${code('FreeLocalStorage')} with what the dry run took, on a clone whose instance is of the same class`,
    words`The binary log is off unless the cluster's parameter group turns it on: a copy tool that reads it (gh-ost), change capture and a blue/green deployment need it. After the switchover of a blue/green deployment no write goes back to blue`,
    words`Waits for a table are read in the performance schema: see that ${code('SELECT @@performance_schema')} is 1 before the window. There is no ${code('SUPER')}: end a session with ${code('CALL mysql.rds_kill(<id>)')}`,
  ],
  notesWhen: {
    pooled: words`RDS Proxy pins a connection that runs ${code('SET')} to one session. Connect to the writer endpoint of the cluster, not through the proxy`,
  },
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.FastDDL.html'),
};
