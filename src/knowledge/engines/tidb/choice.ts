import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** TiDB as the first page offers it. */
export const choice: EngineChoice = {
  id: 'tidb',
  name: 'TiDB',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'cloud-dedicated', name: 'TiDB Cloud Dedicated' },
    { id: 'cloud-essential', name: 'TiDB Cloud Essential' },
    { id: 'cloud-starter', name: 'TiDB Cloud Starter' },
    { id: 'other', name: 'Somewhere else' },
  ],
  family: 'Distributed SQL',
  beside: {
    'primary-only': 'Nothing: one cluster',
    replicas: 'A second cluster that follows',
    'multi-region': 'Several regions',
    pooler: 'A proxy (TiProxy, ProxySQL)',
    cdc: 'TiCDC',
  },
};
