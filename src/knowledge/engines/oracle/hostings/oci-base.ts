import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const ociBase: Hosting = {
  id: 'oci-base',
  name: 'OCI Base Database Service',
  backup: words`${code('oci db backup create')}, and see that automatic backups are on and the last one is active`,
  pointInTime: words`a new database system, made in the console from the backups and a time; ${code('oci db database restore --timestamp')} overwrites this database: every later write is lost`,
  copy: words`a new database system of the same shape and edition, made from the newest backup`,
  notes: [
    words`Edition and options come with the software edition of the system: partitioning belongs to High Performance and Extreme Performance`,
  ],
  source: manual('https://docs.oracle.com/en/cloud/paas/base-database/backup-recover/index.html'),
};
