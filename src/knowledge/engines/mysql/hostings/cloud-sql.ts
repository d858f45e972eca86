import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const cloudSql: Hosting = {
  id: 'cloud-sql',
  name: 'Google Cloud SQL',
  backup: words`take an on-demand backup (${code('gcloud sql backups create')}) and see that point-in-time recovery, which is binary logging here, is on for the instance`,
  pointInTime: words`${code('gcloud sql instances clone <instance> <new> --point-in-time=<UTC>')}, or ${code('--bin-log-file-name')} with ${code('--bin-log-position')}, makes a new instance, never this one again`,
  copy: words`a clone of the instance (${code('gcloud sql instances clone')}), which has the same data and settings as now and is independent`,
  notes: [],
  source: manual('https://docs.cloud.google.com/sdk/gcloud/reference/sql/instances/clone'),
};
