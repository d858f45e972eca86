import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const mariadbCloud: Hosting = {
  id: 'mariadb-cloud',
  name: 'MariaDB Cloud (SkySQL)',
  backup: words`take a snapshot on demand through the backup API, and see that point-in-time recovery was set up before you need it: binary logs between two snapshots`,
  pointInTime: words`a restore of a snapshot, then of the binary logs up to the moment named, through the backup API; restore to another service and copy back what you need`,
  copy: words`another service of the same size, restored from the newest snapshot`,
  notes: [
    words`A snapshot holds back writes for a few seconds, on a replica where there is one: do not let it meet a schema step`,
    words`Snapshots go when the service is deleted`,
  ],
  source: manual('https://mariadb.com/docs/mariadb-cloud/cloud-data-handling/backup-and-restore'),
};
