import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const azureManagedInstance: Hosting = {
  id: 'azure-managed-instance',
  name: 'Azure SQL Managed Instance',
  backup: words`backups are automatic: see that the earliest restore point lies before today and how long they are kept; ${code('BACKUP DATABASE … WITH COPY_ONLY')} to a URL makes one of your own where the key allows it`,
  pointInTime: words`${code('az sql midb restore --dest-name <new> --time <UTC>')} makes a new database on the instance, never this one again; then copy back what you need, or rename both`,
  copy: words`the newest restore point, restored on an instance of the same size`,
  notes: [
    words`Online and resumable operations are there in every tier; which newer ones depends on the update policy of the instance`,
  ],
  source: manual('https://learn.microsoft.com/en-us/azure/azure-sql/managed-instance/point-in-time-restore'),
};
