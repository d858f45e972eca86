import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed',
  backup: words`take a base backup (${code('pg_basebackup')} or your backup tool) and see that the log archive is complete`,
  pointInTime: words`restore the base backup beside this cluster, replay the log up to ${code('recovery_target_time')}, copy back what you need`,
  copy: words`the newest base backup, restored on a machine of the same size`,
  notes: [],
  source: inManual('continuous-archiving'),
};
