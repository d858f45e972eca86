import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'sql-server',
  name: 'SQL Server',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed' },
    { id: 'azure-sql-database', name: 'Azure SQL Database' },
    { id: 'azure-managed-instance', name: 'Azure SQL Managed Instance' },
    { id: 'amazon-rds', name: 'Amazon RDS' },
    { id: 'cloud-sql', name: 'Google Cloud SQL' },
    { id: 'other', name: 'Somewhere else' },
  ],
};
