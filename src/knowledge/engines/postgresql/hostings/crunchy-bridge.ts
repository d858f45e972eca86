import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const crunchyBridge: Hosting = {
  id: 'crunchy-bridge',
  name: 'Crunchy Bridge',
  backup: words`start a manual backup on the Backups page of the cluster and see how far back the list reaches: 10 days unless it was made longer`,
  pointInTime: words`a fork makes a new cluster from the newest base backup before the moment named and replays the log up to it; this cluster stays as it is, and what you need is copied back`,
  copy: words`a fork of the cluster on the same plan`,
  notes: [],
  source: manual('https://docs.crunchybridge.com/how-to/point-in-time-recovery'),
};
