import { mariadb, mysql } from './mysql/runner.ts';
import { verify } from './verify.ts';

/** Holds what is claimed of MySQL and MariaDB to real servers: `npm run verify:mysql -- [--only 9.7] [--operation createIndex] [--operations-only]`. */
await verify([mysql, mariadb]);
