import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { catalog } from './catalog.ts';
import { counts } from './counts.ts';

/** Every question that a plan may ask of CockroachDB. None of them changes anything. */
export const queries: Queries<Situation> = { ...counts, ...catalog };
