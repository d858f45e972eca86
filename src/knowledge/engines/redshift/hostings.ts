import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { snapshots } from './manual.ts';

const provisioned: Hosting = {
  id: 'provisioned',
  name: 'Provisioned cluster',
  backup: words`take a manual snapshot (${code('aws redshift create-cluster-snapshot --cluster-identifier <cluster> --snapshot-identifier <snapshot>')}) and keep it beyond the whole change: automated ones go after 1 day unless that was set to more`,
  pointInTime: words`restore one table from the snapshot under a new name (${code('aws redshift restore-table-from-cluster-snapshot --cluster-identifier <cluster> --snapshot-identifier <snapshot> --source-database-name <database> --source-table-name <table> --new-table-name <copy>')}), look at it and copy back what you need: only to the moment of a snapshot, and to the cluster that it was taken of`,
  copy: words`the newest snapshot, restored into a cluster of the same size`,
  notes: [
    words`Automated snapshots come about every 8 hours or 5 GB of changes: what was written since the last one is in none`,
  ],
  source: snapshots,
};

const serverless: Hosting = {
  id: 'serverless',
  name: 'Redshift Serverless',
  backup: words`take a snapshot (${code('aws redshift-serverless create-snapshot --namespace-name <namespace> --snapshot-name <snapshot>')}) and keep it beyond the whole change: recovery points go after 24 hours`,
  pointInTime: words`restore one table from the snapshot under a new name (${code('aws redshift-serverless restore-table-from-snapshot --namespace-name <namespace> --workgroup-name <workgroup> --snapshot-name <snapshot> --source-database-name <database> --source-table-name <table> --new-table-name <copy>')}), look at it and copy back what you need`,
  copy: words`a snapshot, restored into a namespace of its own`,
  notes: [words`A recovery point is made every 30 minutes; a restore of it overwrites the whole namespace`],
  source: manual('https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-snapshots-recovery-points.html'),
};

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [provisioned, serverless];
