import type { Source } from '#model/source.ts';
import type { Topic } from '../manual.ts';

/** Where the manual of the engine that asks speaks of a question. */
export type QuerySource = (topic: Topic) => Source;
