import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'redshift',
  name: 'Amazon Redshift',
  versions,
  hostings: [
    { id: 'provisioned', name: 'Provisioned cluster' },
    { id: 'serverless', name: 'Redshift Serverless' },
  ],
  family: 'Warehouses and analytics',
  beside: {
    'primary-only': 'Nothing: one cluster or workgroup',
    replicas: 'Data shares that others read',
    'multi-region': 'A copy in another region',
  },
};
