import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';

const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a snapshot of one secondary’s volume, or ${code('mongodump --oplog')} of a replica set; for a sharded cluster use a tool that stops the balancer and takes all shards at one moment`,
  pointInTime: words`restore the snapshot beside this cluster and replay the oplog up to the moment with ${code('mongorestore --oplogReplay --oplogLimit')}: it makes a new cluster, and what you need is copied back from there`,
  copy: words`the newest snapshot, restored into a replica set of the same size`,
  notes: [words`Without a saved oplog there is no restore to a moment, only to the moment of the snapshot`],
  source: inManual('core/backups'),
};

const atlas: Hosting = {
  id: 'atlas',
  name: 'MongoDB Atlas',
  backup: words`take an on-demand snapshot (${code('Back Up Now')}) and keep it beyond the whole change`,
  pointInTime: words`with Continuous Cloud Backup restore to a moment within its window into a NEW cluster and copy back what you need; a restore into this cluster overwrites it`,
  copy: words`the newest snapshot, restored into a cluster of the same tier`,
  notes: [words`Continuous Cloud Backup must have been on before: without it only snapshots can be restored`],
  source: manual('https://www.mongodb.com/docs/atlas/backup/cloud-backup/restore-overview/'),
};

const other: Hosting = {
  ...selfManaged,
  id: 'other',
  name: 'Somewhere else',
  backup: words`take the provider’s snapshot, or ${code('mongodump --oplog')} of the replica set, and note the moment`,
  pointInTime: words`ask the provider whether a restore to a moment is possible, into a new cluster or over this one, and how long it takes`,
  notes: [],
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, atlas, other];
