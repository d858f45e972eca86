import type { EngineChoice } from '../engine-choice.ts';

/** Stands in for every engine that is not offered, and for "Not sure". */
export const choice: EngineChoice = {
  id: 'generic',
  name: 'Other or not sure',
  versions: [],
  hostings: [{ id: 'other', name: 'Somewhere else' }],
};
