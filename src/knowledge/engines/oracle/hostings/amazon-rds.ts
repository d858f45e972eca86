import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const amazonRds: Hosting = {
  id: 'amazon-rds',
  name: 'Amazon RDS for Oracle',
  backup: words`take a DB snapshot (${code('aws rds create-db-snapshot')}) and note ${code('LatestRestorableTime')} of the instance`,
  pointInTime: words`${code('aws rds restore-db-instance-to-point-in-time')} makes a new instance, never this one again, from any moment before ${code('LatestRestorableTime')} within the backup retention period; then copy back what you need by Data Pump`,
  copy: words`an instance of the same class, edition and parameter group, restored to the latest restorable time`,
  notes: [
    words`There is no ${code('SYSDBA')} and no RMAN restore by you: end a session by ${code('rdsadmin.rdsadmin_util.kill')}, clear a build that was cut off by ${code('rdsadmin.rdsadmin_dbms_repair.online_index_clean')}`,
  ],
  source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.Oracle.CommonDBATasks.html'),
};
