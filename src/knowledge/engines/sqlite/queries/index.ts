import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { counts } from './counts.ts';
import { parity } from './parity.ts';
import { schema } from './schema.ts';

/** Every question that a plan may ask of SQLite. None of them changes anything. */
export const queries: Queries<Situation> = { ...counts, ...parity, ...schema };
