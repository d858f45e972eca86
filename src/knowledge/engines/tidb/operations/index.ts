import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { operationsOf } from '../../mysql/operations/index.ts';
import { tidbFamily } from '../family.ts';
import { throughJobs } from '../jobs.ts';
import { absent } from './absent.ts';
import { columns } from './columns.ts';
import { constraints } from './constraints.ts';
import { server } from './server.ts';
import { tables } from './tables.ts';

/** Every primitive of a plan: what TiDB shares with MySQL, and what it answers itself. */
export const operations: Operations<Situation> = throughJobs({
  ...operationsOf(tidbFamily),
  ...absent,
  ...columns,
  ...constraints,
  ...tables,
  ...server,
});
