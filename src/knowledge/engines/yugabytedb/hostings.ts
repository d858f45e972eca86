import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';

const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`see that the database has a snapshot schedule (${code('yb-admin list_snapshot_schedules')}; else ${code('create_snapshot_schedule 1440 4320 ysql.<database>')}), take a snapshot now and copy it off the cluster`,
  pointInTime: words`clone the database to the moment beside itself and copy rows back; ${code('yb-admin restore_snapshot_schedule <id> <moment>')} sets the whole database back and discards everything written since`,
  copy: words`a clone of the newest snapshot, or the newest backup restored into a cluster with as many nodes of the same size`,
  notes: [],
  source: inManual(pages.rewind),
};

const anywhere: Hosting = {
  id: 'anywhere',
  name: 'YugabyteDB Anywhere',
  backup: words`take a backup of the universe in the console, and see that point-in-time recovery is on for the database`,
  pointInTime: words`clone or rewind the database in the console, never with ${code('yb-admin')} beside it: a rewind sets the whole database back`,
  copy: words`the newest backup, restored into a universe of the same size`,
  notes: [],
  source: inManual('yugabyte-platform/back-up-restore-universes/pitr/'),
};

const aeon: Hosting = {
  id: 'aeon',
  name: 'YugabyteDB Aeon',
  backup: words`take a backup of the cluster in the console, kept beyond the whole change`,
  pointInTime: words`find out in the console whether this cluster can clone or rewind to a moment; else restore the backup beside it and copy rows back`,
  copy: words`the newest backup, restored into a cluster of the same size`,
  notes: [],
  source: inManual('yugabyte-cloud/cloud-clusters/backup-clusters/'),
};

const other: Hosting = {
  id: 'other',
  name: 'Somewhere else',
  backup: words`take a backup in the way your provider offers, and note the moment`,
  pointInTime: words`find out whether the provider can clone or restore to a moment beside this cluster, and how long it takes`,
  copy: words`the newest backup, restored into a cluster of the same size`,
  notes: [],
  source: unconfirmed(
    'How does your provider back up and restore: to which moments, beside this cluster or over it, in how many minutes?',
  ),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, anywhere, aeon, other];
