import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inCloudManual, inManual } from './manual.ts';

const selfHosted: Hosting = {
  id: 'self-hosted',
  name: 'Self-hosted',
  backup: words`${code(`BACKUP INTO '<collection>' AS OF SYSTEM TIME '-10s' WITH revision_history`)}, and see in ${code('SHOW BACKUPS')} that it is there`,
  pointInTime: words`${code(`RESTORE TABLE <table> FROM LATEST IN '<collection>' AS OF SYSTEM TIME '<moment>' WITH into_db = '<other database>'`)}: only a backup with ${code('revision_history')} reaches any moment; rows are copied back from the other database`,
  copy: words`the newest backup, restored into a cluster with as many nodes of the same size`,
  notes: [],
  source: inManual('take-backups-with-revision-history-and-restore-from-a-point-in-time'),
};

/** Managed backups restore the whole cluster into one that is empty; the person's own backups restore a table. */
const managed = (id: string, name: string, page: string, every: string): Hosting => ({
  id,
  name,
  backup: words`besides the managed backup (${every}) take one of your own into a bucket of yours: ${code(`BACKUP INTO '<collection>' AS OF SYSTEM TIME '-10s' WITH revision_history`)}`,
  pointInTime: words`restore your own backup of the table into another database (${code(`RESTORE TABLE … AS OF SYSTEM TIME '<moment>' WITH into_db = '<other database>'`)}) and copy rows back; a managed backup restores a whole cluster, into one of the same plan that was wiped of all data`,
  copy: words`the newest backup, restored into a cluster of the same plan and size`,
  storage: words`in the console of the cluster`,
  notes: [],
  source: inCloudManual(page),
});

const other: Hosting = {
  ...selfHosted,
  id: 'other',
  name: 'Somewhere else',
  backup: words`take a backup in the way your provider offers, and note the moment`,
  pointInTime: words`find out whether a table can be restored to a moment beside this cluster, and how long it takes`,
  source: unconfirmed(
    'How does your provider back up and restore: which objects, to which moments, in how many minutes?',
  ),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [
  selfHosted,
  managed('cloud-advanced', 'CockroachDB Cloud Advanced', 'managed-backups-advanced', 'as often as you have set it'),
  managed('cloud-standard', 'CockroachDB Cloud Standard', 'managed-backups', 'as often as you have set it'),
  {
    ...managed('cloud-basic', 'CockroachDB Cloud Basic', 'managed-backups-basic', 'every 24 hours'),
    notes: [words`backfills and batches count as usage: look at the limit of the month before a large change`],
  },
  other,
];
