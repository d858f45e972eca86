import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'snowflake',
  name: 'Snowflake',
  versions,
  hostings: [{ id: 'snowflake', name: 'Snowflake on AWS, Azure or Google Cloud' }],
  family: 'Warehouses and analytics',
  beside: {
    'primary-only': 'Nothing: one account',
    replicas: 'A secondary database or failover group',
    'multi-region': 'Accounts in several regions',
    cdc: 'Streams, or something else that reads the changes',
  },
};
