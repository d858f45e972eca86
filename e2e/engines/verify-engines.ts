import { mariadb, mysql } from './mysql/runner.ts';
import { runner as postgresql } from './postgresql/runner.ts';
import { runner as sqlite } from './sqlite/runner.ts';
import { verify } from './verify.ts';

/** Holds what is claimed of every engine to the servers that can be had here: `npm run verify:engines -- [--all] [--operations-only]`. */
await verify([postgresql, mysql, mariadb, sqlite]);
