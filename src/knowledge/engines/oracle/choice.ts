import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'oracle',
  name: 'Oracle Database',
  versions,
  hostings: [
    { id: 'self-managed', name: 'Self-managed, with or without RAC and Data Guard' },
    { id: 'oci-base', name: 'OCI Base Database Service' },
    { id: 'autonomous', name: 'Autonomous Database' },
    { id: 'exadata', name: 'Exadata, on premises or as a cloud service' },
    { id: 'amazon-rds', name: 'Amazon RDS for Oracle' },
    { id: 'other', name: 'Somewhere else' },
  ],
};
