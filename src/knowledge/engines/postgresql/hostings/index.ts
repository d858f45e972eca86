import type { Hosting } from '#model/engine.ts';
import { alloydb } from './alloydb.ts';
import { amazonAurora } from './amazon-aurora.ts';
import { amazonRds } from './amazon-rds.ts';
import { azureDatabase } from './azure-database.ts';
import { cloudSql } from './cloud-sql.ts';
import { crunchyBridge } from './crunchy-bridge.ts';
import { heroku } from './heroku.ts';
import { neon } from './neon.ts';
import { other } from './other.ts';
import { selfManaged } from './self-managed.ts';
import { supabase } from './supabase.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [
  selfManaged,
  amazonRds,
  amazonAurora,
  cloudSql,
  alloydb,
  azureDatabase,
  supabase,
  neon,
  heroku,
  crunchyBridge,
  other,
];
