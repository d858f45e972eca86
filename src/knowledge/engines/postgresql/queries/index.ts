import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { catalog } from './catalog.ts';
import { counts } from './counts.ts';
import { dependents } from './dependents.ts';
import { parity } from './parity.ts';
import { use } from './use.ts';

/** Every question that a plan may ask of PostgreSQL. None of them changes anything. */
export const queries: Queries<Situation> = { ...parity, ...counts, ...catalog, ...use, dependents };
