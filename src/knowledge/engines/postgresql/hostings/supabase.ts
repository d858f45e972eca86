import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const supabase: Hosting = {
  id: 'supabase',
  name: 'Supabase',
  backup: words`see which backup the project has, one a day or point-in-time recovery, and take a dump of your own beside it (${code('supabase db dump')})`,
  pointInTime: words`with physical backups restore to a new project and copy back what you need; a restore in place overwrites this project, which cannot be reached until it is done. Without the add-on for point-in-time recovery a daily backup is all there is: up to 24 hours are lost`,
  copy: words`a new project made by Restore to a new project (paid plans with physical backups)`,
  notes: [],
  notesWhen: {
    lossy: words`Drop subscriptions and replication slots before a restore in place and make them again afterwards; only the slot of Realtime is looked after. Storage objects are not part of a database backup`,
  },
  source: manual('https://supabase.com/docs/guides/platform/backups'),
};
