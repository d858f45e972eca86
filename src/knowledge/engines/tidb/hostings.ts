import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { other } from '../mysql/hostings/other.ts';
import { inDocs } from './manual.ts';

const inCloud = (page: string) => manual(`https://docs.pingcap.com/tidbcloud/${page}`);

const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a full backup (${code('tiup br backup full --pd <pd>:2379 --storage <storage>')}) and see that the log backup runs with a small gap (${code('tiup br log status')})`,
  pointInTime: words`${code('tiup br restore point --full-backup-storage <storage> --storage <log storage> --restored-ts <moment>')} into an empty cluster beside this one, and copy back what you need`,
  copy: words`the newest full backup, restored into a cluster of the same size`,
  notes: [
    words`Without a log backup there is no restore to a moment, only to the moment of the full backup`,
    words`A full backup holds the garbage collection back for as long as it runs`,
  ],
  source: inDocs('br-pitr-guide'),
};

const dedicated: Hosting = {
  id: 'cloud-dedicated',
  name: 'TiDB Cloud Dedicated',
  backup: words`take a manual backup on the Backup page of the cluster, and see that Point-in-time Restore is on and since when`,
  pointInTime: words`a restore on the Backup page makes a new cluster as it was at the moment named, never this one again; its network access and root password are set anew`,
  copy: words`a new cluster of the same size, restored from the newest backup`,
  notes: [
    words`Turned off and on again, Point-in-time Restore reaches back only to when it was turned on last`,
    words`There is no host to log in to: DDL is watched by SQL and the console, changefeeds on the Changefeed page`,
  ],
  source: inCloud('backup-and-restore'),
};

const serverless = (id: string, name: string): Pick<Hosting, 'id' | 'name' | 'copy' | 'source'> => ({
  id,
  name,
  copy: words`a new cluster of the same plan, restored from the newest backup, or a branch of this one`,
  source: inCloud('backup-and-restore-serverless'),
});

const noFlashback = words`${code('FLASHBACK CLUSTER')} must not be run here`;

const essential: Hosting = {
  ...serverless('cloud-essential', 'TiDB Cloud Essential'),
  backup: words`see on the Backup page that today's automatic backup is there (they are kept for 14 days): a backup of your own cannot be asked for, so export what the change can lose`,
  pointInTime: words`a point-in-time restore (beta) reaches back 14 days, up to a minute ago; restore to a new cluster and copy back what you need. User accounts do not come with it`,
  notes: [noFlashback, words`Above 1 TiB a restore to a new cluster must be arranged with support before`],
};

const starter: Hosting = {
  ...serverless('cloud-starter', 'TiDB Cloud Starter'),
  backup: words`see on the Backup page when today's automatic backup was taken (the free plan keeps it for a day): a backup of your own cannot be asked for, so export what the change can lose`,
  pointInTime: words`find out on the Backup page whether this plan restores to a moment at all; where it does not, the last daily snapshot is all there is, and what came after it is only in your export`,
  notes: [noFlashback, words`Above 1 TiB a restore to a new cluster must be arranged with support before`],
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, dedicated, essential, starter, other];
