import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const amazonRds: Hosting = {
  id: 'amazon-rds',
  name: 'Amazon RDS',
  backup: words`take a DB snapshot (${code('aws rds create-db-snapshot')}) and note ${code('LatestRestorableTime')} of the instance`,
  pointInTime: words`${code('aws rds restore-db-instance-to-point-in-time')} makes a new instance with all its databases, never this one again, from any moment before ${code('LatestRestorableTime')} within the backup retention period; then copy back what you need`,
  copy: words`an instance of the same class, edition and parameter group, restored to the latest restorable time`,
  notes: [
    words`There is no ${code('sysadmin')}: change capture is turned on by ${code('msdb.dbo.rds_cdc_enable_db')}`,
    words`RDS Proxy pins a connection that runs ${code('SET')} to one session. Connect to the instance itself, not through the proxy`,
  ],
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html'),
};
