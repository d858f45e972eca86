import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inGuide } from './manual.ts';

const oneRegion: Hosting = {
  id: 'one-region',
  name: 'AWS, one Region',
  backup: words`see that point-in-time recovery is on (${code('aws dynamodb describe-continuous-backups')}) and since when, and take a backup on demand (${code('aws dynamodb create-backup')})`,
  pointInTime: words`${code('aws dynamodb restore-table-to-point-in-time')} makes a new table as it was at the moment named, never this one again; copy back what you need`,
  copy: words`a table restored to the newest moment, with the same capacity`,
  storage: words`in the table, which grows by itself`,
  watches: [
    {
      family: 'disk',
      title: 'Capacity',
      reads: words`CloudWatch: consumed against provisioned capacity of the table and of each index; storage grows by itself`,
    },
  ],
  notes: [
    words`What a restored table has not must be ready as commands: scaling, alarms, tags, stream, time to live, policies`,
  ],
  source: inGuide('PointInTimeRecovery_Howitworks'),
};

const globalTables: Hosting = {
  ...oneRegion,
  id: 'global-tables',
  name: 'AWS, global tables',
  notes: [
    ...oneRegion.notes,
    words`A change of the table is made in one Region and reaches the others; a restored table has no replicas`,
  ],
  source: inGuide('GlobalTables'),
};

const other: Hosting = {
  id: 'other',
  name: 'Something that speaks its API',
  backup: words`take a backup in the way your provider offers, and note the moment`,
  pointInTime: words`find out whether the provider can restore to a moment, whether that makes a new table or overwrites this one, and how long it takes`,
  copy: words`the newest backup, restored into a table of another name`,
  notes: [],
  source: unconfirmed(
    'Which parts of the API of DynamoDB does this service have, and how does it back up and restore: to which moments, into a new table or over this one, in how many minutes?',
  ),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [oneRegion, globalTables, other];
