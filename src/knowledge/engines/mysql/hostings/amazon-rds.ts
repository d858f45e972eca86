import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const amazonRds: Hosting = {
  id: 'amazon-rds',
  name: 'Amazon RDS',
  backup: words`take a DB snapshot (${code('aws rds create-db-snapshot')}) and note ${code('LatestRestorableTime')} of the instance`,
  pointInTime: words`${code('aws rds restore-db-instance-to-point-in-time')} makes a new instance, never this one again, from any moment before ${code('LatestRestorableTime')} within the backup retention period, with the default security, subnet and parameter group unless yours are named`,
  copy: words`an instance of the same class and parameter group, restored to the latest restorable time`,
  notes: [
    words`There is no ${code('SUPER')}: end a session with ${code('CALL mysql.rds_kill(<id>)')}, a statement with ${code('CALL mysql.rds_kill_query(<id>)')}`,
    words`RDS Proxy pins a connection that runs ${code('SET')} to one session. Connect to the instance itself, not through the proxy`,
  ],
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html'),
};
