import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** Cassandra as the first page offers it. */
export const choice: EngineChoice = {
  id: 'cassandra',
  name: 'Apache Cassandra',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'astra', name: 'DataStax Astra DB' },
    { id: 'amazon-keyspaces', name: 'Amazon Keyspaces' },
    { id: 'other', name: 'Somewhere else' },
  ],
  family: 'Key-value and wide-column',
  beside: {
    'primary-only': 'Nothing: one data centre',
    'multi-region': 'Several data centres',
    cdc: 'Change data capture',
  },
};
