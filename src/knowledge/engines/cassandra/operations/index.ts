import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { absent } from './absent.ts';
import { rows } from './rows.ts';
import { schema } from './schema.ts';
import { server } from './server.ts';

/** Every primitive of a plan, as Cassandra does it. */
export const operations: Operations<Situation> = { ...absent, ...schema, ...rows, ...server };
