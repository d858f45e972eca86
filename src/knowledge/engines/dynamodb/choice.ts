import type { EngineChoice } from '../engine-choice.ts';
import { versions } from './versions.ts';

/** DynamoDB as the first page offers it. */
export const choice: EngineChoice = {
  id: 'dynamodb',
  name: 'Amazon DynamoDB',
  versions,
  hostings: [
    { id: 'one-region', name: 'AWS, one Region' },
    { id: 'global-tables', name: 'AWS, global tables' },
    { id: 'other', name: 'Something that speaks its API' },
  ],
  family: 'Key-value and wide-column',
  beside: {
    'primary-only': 'Nothing: one Region',
    'multi-region': 'Global tables',
    cdc: 'Streams or Kinesis',
  },
};
