import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'clickhouse',
  name: 'ClickHouse',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'clickhouse-cloud', name: 'ClickHouse Cloud' },
    { id: 'other', name: 'Somewhere else' },
  ],
  family: 'Warehouses and analytics',
  beside: {
    'primary-only': 'Nothing: one server',
    replicas: 'Replicas of the tables',
    'multi-region': 'Several regions',
    pooler: 'A proxy (chproxy)',
    cdc: 'Something that reads its changes',
  },
};
