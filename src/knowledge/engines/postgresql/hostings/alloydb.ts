import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const alloydb: Hosting = {
  id: 'alloydb',
  name: 'Google AlloyDB',
  backup: words`take an on-demand backup of the cluster, and see how far its continuous backup reaches: 14 days unless it was changed, between 1 and 35`,
  pointInTime: words`continuous backup and recovery makes a new cluster in the same region from any moment within its window, never this one again`,
  copy: words`a new cluster made by continuous recovery from this moment`,
  storage: words`in the shared storage`,
  notes: [],
  source: manual('https://cloud.google.com/alloydb/docs/backup/overview'),
};
