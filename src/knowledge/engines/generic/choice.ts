import type { EngineChoice } from '../engine-choice.ts';

/** Stands in for every engine that is not offered, and for "Not sure". */
export const choice: EngineChoice = {
  id: 'generic',
  name: 'Other or not sure',
  versions: [],
  hostings: [{ id: 'other', name: 'Somewhere else' }],
  typed: { version: 'With the name of the engine: Db2 11.5, Firebird 5, …' },
};
