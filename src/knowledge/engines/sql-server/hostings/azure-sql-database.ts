import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const azureSqlDatabase: Hosting = {
  id: 'azure-sql-database',
  name: 'Azure SQL Database',
  backup: words`backups are automatic: see that the earliest restore point lies before today (${code('az sql db show')}, ${code('earliestRestoreDate')}) and how long they are kept; ${code('BACKUP DATABASE')} does not exist here`,
  pointInTime: words`${code('az sql db restore --dest-name <new> --time <UTC>')} makes a new database, never this one again; then copy back what you need, or rename both`,
  copy: words`a copy of the database (${code('az sql db copy')}) in the same service tier`,
  notes: [
    words`Online and resumable operations are there in every tier; readers see row versions unless that was turned off, so writers do not block them`,
    words`Data and log have limits of their own by tier: a build or a fill that writes faster is slowed down`,
  ],
  source: manual('https://learn.microsoft.com/en-us/azure/azure-sql/database/recovery-using-backups'),
};
