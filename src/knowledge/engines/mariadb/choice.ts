import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** MariaDB as the first page offers it. */
export const choice: EngineChoice = {
  id: 'mariadb',
  name: 'MariaDB',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'amazon-rds', name: 'Amazon RDS' },
    { id: 'mariadb-cloud', name: 'MariaDB Cloud (SkySQL)' },
    { id: 'galera', name: 'Galera cluster' },
    { id: 'other', name: 'Somewhere else' },
  ],
};
