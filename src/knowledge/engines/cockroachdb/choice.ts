import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'cockroachdb',
  name: 'CockroachDB',
  versions,
  hostings: [
    { id: 'self-hosted', name: 'Self-hosted' },
    { id: 'cloud-advanced', name: 'CockroachDB Cloud Advanced' },
    { id: 'cloud-standard', name: 'CockroachDB Cloud Standard' },
    { id: 'cloud-basic', name: 'CockroachDB Cloud Basic' },
    { id: 'other', name: 'Somewhere else' },
  ],
  family: 'Distributed SQL',
  beside: {
    'primary-only': 'Nothing: one cluster in one region',
    replicas: 'A standby cluster that follows',
    'multi-region': 'Several regions',
    pooler: 'A connection pooler',
    cdc: 'Changefeeds',
  },
};
