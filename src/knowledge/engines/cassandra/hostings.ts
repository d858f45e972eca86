import type { Hosting } from '#model/engine.ts';
import { manual, unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';

const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a snapshot on every node (${code('nodetool snapshot --tag before_change')}) and copy it and the schema (${code('cqlsh -e "DESCRIBE SCHEMA"')}) away from the nodes`,
  pointInTime: words`make the table from its ${code('schema.cql')} in a keyspace beside the other, load the snapshot of every node with ${code('sstableloader')}, and copy back what you need; without archived commit logs there is only the moment of the snapshot`,
  copy: words`a cluster of as many nodes, loaded from the newest snapshots`,
  notes: [
    words`A snapshot is links to files: it takes room as soon as compaction writes them anew, until ${code('nodetool clearsnapshot')}`,
  ],
  source: inManual('managing/operating/backups'),
};

const astra: Hosting = {
  id: 'astra',
  name: 'DataStax Astra DB',
  backup: words`see in the portal that the newest automatic backup is there and how long it is kept, and export what the change can lose (${code('dsbulk unload')})`,
  pointInTime: words`a restore in the portal puts a backup in place of the whole database, which cannot be used meanwhile: find out before whether yours can be restored into a new database`,
  copy: words`a new database of the same plan, filled by ${code('dsbulk')} from an export`,
  notes: [words`There is no ${code('nodetool')}: what it shows is looked up in the portal and its metrics`],
  source: unconfirmed(
    'To which moments, into which database and in how many minutes does this Astra plan restore, and which of its backups is the one from before the change?',
  ),
};

const keyspaces: Hosting = {
  id: 'amazon-keyspaces',
  name: 'Amazon Keyspaces',
  backup: words`see that point-in-time recovery is on for each table, and since when`,
  pointInTime: words`a restore makes a new table from any second of the last 35 days since it was turned on, never this one again, a deleted table included; copy back what you need`,
  copy: words`a new table restored from this one`,
  notes: [
    words`It has no indexes, no ${code('TRUNCATE')}, no functions and no materialised views, and there is no ${code('nodetool')}: watch ${code('WriteThrottleEvents')} and ${code('ReadThrottleEvents')}`,
    words`DDL is asynchronous: a table is usable when ${code('system_schema_mcs.tables')} says ${code('ACTIVE')}`,
  ],
  source: manual('https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html'),
};

const other: Hosting = {
  id: 'other',
  name: 'Somewhere else',
  backup: words`take a backup in the way your provider offers, and note the moment`,
  pointInTime: words`find out whether the provider can restore to a moment, whether that makes a new cluster or overwrites this one, and how long it takes`,
  copy: words`the newest backup, restored into a cluster of the same size`,
  notes: [],
  source: unconfirmed(
    'How does your provider back up and restore: to which moments, into a new cluster or over this one, in how many minutes?',
  ),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, astra, keyspaces, other];
