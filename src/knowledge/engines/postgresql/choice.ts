import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'postgresql',
  name: 'PostgreSQL',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'amazon-rds', name: 'Amazon RDS' },
    { id: 'amazon-aurora', name: 'Amazon Aurora PostgreSQL' },
    { id: 'cloud-sql', name: 'Google Cloud SQL' },
    { id: 'alloydb', name: 'Google AlloyDB' },
    { id: 'azure-database', name: 'Azure Database for PostgreSQL' },
    { id: 'supabase', name: 'Supabase' },
    { id: 'neon', name: 'Neon' },
    { id: 'heroku', name: 'Heroku Postgres' },
    { id: 'crunchy-bridge', name: 'Crunchy Bridge' },
    { id: 'other', name: 'Somewhere else' },
  ],
};
