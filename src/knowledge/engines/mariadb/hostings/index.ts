import type { Hosting } from '#model/engine.ts';
import { other } from '../../mysql/hostings/other.ts';
import { amazonRds } from './amazon-rds.ts';
import { galera } from './galera.ts';
import { mariadbCloud } from './mariadb-cloud.ts';
import { selfManaged } from './self-managed.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, amazonRds, mariadbCloud, galera, other];
