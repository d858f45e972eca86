import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { absent } from './absent.ts';
import { items } from './items.ts';
import { tables } from './tables.ts';

/** Every primitive of a plan, as DynamoDB does it. */
export const operations: Operations<Situation> = { ...absent, ...tables, ...items };
