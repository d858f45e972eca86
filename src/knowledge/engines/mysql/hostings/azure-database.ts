import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const azureDatabase: Hosting = {
  id: 'azure-database',
  name: 'Azure Database for MySQL',
  backup: words`see that today's snapshot is there and how far back the server keeps them: 7 days unless it was changed, 35 at most`,
  pointInTime: words`a point-in-time restore makes a new flexible server from any moment within the retention period, never this one again; the replay of the log takes most of its time`,
  copy: words`a new server of the same size, restored to the latest restore point`,
  notes: [
    words`A restored server has ${code('event_scheduler')} off and ${code('time_zone')} at its default`,
    words`Backup files cannot be taken out of the service; for a copy elsewhere use ${code('mysqldump')}`,
  ],
  source: manual('https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-backup-restore'),
};
