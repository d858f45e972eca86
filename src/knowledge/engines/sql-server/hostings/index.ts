import type { Hosting } from '#model/engine.ts';
import { amazonRds } from './amazon-rds.ts';
import { azureManagedInstance } from './azure-managed-instance.ts';
import { azureSqlDatabase } from './azure-sql-database.ts';
import { cloudSql } from './cloud-sql.ts';
import { other } from './other.ts';
import { selfManaged } from './self-managed.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [
  selfManaged,
  azureSqlDatabase,
  azureManagedInstance,
  amazonRds,
  cloudSql,
  other,
];
