import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** MySQL as the first page offers it. */
export const choice: EngineChoice = {
  id: 'mysql',
  name: 'MySQL',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'amazon-rds', name: 'Amazon RDS' },
    { id: 'amazon-aurora', name: 'Amazon Aurora MySQL' },
    { id: 'cloud-sql', name: 'Google Cloud SQL' },
    { id: 'azure-database', name: 'Azure Database for MySQL' },
    { id: 'planetscale', name: 'PlanetScale' },
    { id: 'vitess', name: 'Vitess' },
    { id: 'other', name: 'Somewhere else' },
  ],
};
