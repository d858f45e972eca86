import type { Hosting } from '#model/engine.ts';
import { amazonAurora } from './amazon-aurora.ts';
import { amazonRds } from './amazon-rds.ts';
import { azureDatabase } from './azure-database.ts';
import { cloudSql } from './cloud-sql.ts';
import { other } from './other.ts';
import { planetscale } from './planetscale.ts';
import { selfManaged } from './self-managed.ts';
import { vitess } from './vitess.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [
  selfManaged,
  amazonRds,
  amazonAurora,
  cloudSql,
  azureDatabase,
  planetscale,
  vitess,
  other,
];
