import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'yugabytedb',
  name: 'YugabyteDB (YSQL)',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'anywhere', name: 'YugabyteDB Anywhere' },
    { id: 'aeon', name: 'YugabyteDB Aeon' },
    { id: 'other', name: 'Somewhere else' },
  ],
  family: 'Distributed SQL',
  beside: {
    'primary-only': 'Nothing: one universe in one region',
    replicas: 'Read replica clusters',
    'multi-region': 'Several regions, or a second universe (xCluster)',
    pooler: 'A connection pooler',
    cdc: 'Change data capture',
  },
};
