import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'mongodb',
  name: 'MongoDB',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'atlas', name: 'MongoDB Atlas' },
    { id: 'other', name: 'Somewhere else' },
  ],
  beside: {
    'primary-only': 'Nothing: a standalone server',
    replicas: 'Secondaries of a replica set',
    'multi-region': 'Members in several regions',
    cdc: 'Change streams or change data capture',
  },
};
