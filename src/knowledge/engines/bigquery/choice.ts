import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'bigquery',
  name: 'BigQuery',
  versions,
  hostings: [{ id: 'google-cloud', name: 'Google Cloud' }],
  family: 'Warehouses and analytics',
  beside: {
    'primary-only': 'Nothing: one dataset',
    'multi-region': 'A copy of the dataset in another region',
    cdc: 'Something that reads its changes',
  },
};
