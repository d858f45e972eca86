import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';

const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`back up the table to a disk or bucket that holds backups (${code("BACKUP TABLE <table> TO S3('<address>', '<key id>', '<secret>')")}), once on each shard, or ${code("ALTER TABLE <table> FREEZE WITH NAME '<name>'")} on each server, which keeps the parts there as links`,
  pointInTime: words`restore the backup under another name (${code("RESTORE TABLE <table> AS <copy> FROM S3('<address>', '<key id>', '<secret>')")}), look at it and copy back what you need: only to the moment of a backup`,
  copy: words`the newest backup, restored into a cluster of the same size`,
  notes: [
    words`${code('FREEZE')} keeps parts of the server it is run on and no definition; on a cluster of several shards each statement is run with ${code('ON CLUSTER <cluster>')}`,
  ],
  source: inManual('operations/backup'),
};

const cloud: Hosting = {
  id: 'clickhouse-cloud',
  name: 'ClickHouse Cloud',
  backup: words`see that the newest backup of the service is of today and is kept beyond the whole change (by default one a day, kept for 24 hours), and clone the table`,
  pointInTime: words`restore the backup into a new service and copy back what you need with ${code('remoteSecure()')}: only to the moment of a backup`,
  copy: words`the newest backup, restored into a service of the same size`,
  notes: [words`A schema change is seen by all replicas of the service; ${code('ON CLUSTER')} is not needed`],
  source: inManual('cloud/manage/backups/overview'),
};

const other: Hosting = {
  ...selfManaged,
  id: 'other',
  name: 'Somewhere else',
  pointInTime: words`ask the provider whether a restore to a moment is possible, beside this service or over it, and how long it takes`,
  notes: [],
  source: unconfirmed(
    'How are backup and restore done here: to which moments, into a new service or over this one, in how many minutes?',
  ),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, cloud, other];
