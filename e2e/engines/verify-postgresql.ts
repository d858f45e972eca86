import { runner } from './postgresql/runner.ts';
import { verify } from './verify.ts';

/** Holds what is claimed of PostgreSQL to real servers: `npm run verify:postgresql -- [--all] [--only 16] [--operation createIndex] [--operations-only]`. */
await verify([runner]);
