import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** What the first page offers, without the knowledge behind it. A test holds it to the hostings. */
export const choice: EngineChoice = {
  id: 'sqlite',
  name: 'SQLite',
  versions,
  hostings: [
    { id: 'self-managed', name: 'A file beside the application' },
    { id: 'on-devices', name: 'A file on each device (mobile, desktop)' },
    { id: 'litestream', name: 'A file copied by Litestream' },
    { id: 'litefs', name: 'LiteFS' },
    { id: 'turso', name: 'Turso Cloud (libSQL)' },
    { id: 'cloudflare-d1', name: 'Cloudflare D1' },
    { id: 'other', name: 'Somewhere else' },
  ],
  beside: {
    'primary-only': 'Nothing: one file',
    replicas: 'Copies of the file, or read replicas',
    'multi-region': 'Several regions',
    cdc: 'Change data capture',
  },
};
