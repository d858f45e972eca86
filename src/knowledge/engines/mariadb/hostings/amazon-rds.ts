import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { amazonRds as ofMysql } from '../../mysql/hostings/amazon-rds.ts';
import { reading } from '../../mysql/reading.ts';

export const amazonRds: Hosting = {
  ...ofMysql,
  watches: [
    {
      family: 'replication lag',
      title: 'Replica lag, asked on each replica',
      statement: reading(`CALL mysql.rds_replica_status`, {
        source: manual('https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql_rds_replica_status.html'),
      }),
      reads: words`${code('mysql.rds_replica_status')}, metric ${code('ReplicaLag')}; ${code('SHOW REPLICA STATUS')} is refused here`,
    },
  ],
};
