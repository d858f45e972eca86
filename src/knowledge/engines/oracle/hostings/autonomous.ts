import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const autonomous: Hosting = {
  id: 'autonomous',
  name: 'Autonomous Database',
  backup: words`backups are automatic: see that the last one is of today and how long they are kept; ${code('oci db autonomous-database-backup create')} makes one of your own`,
  pointInTime: words`a clone from a point in time (${code('Create clone')}, from a backup timestamp) makes a second database, and what you need is copied back; ${code('oci db autonomous-database restore --timestamp')} overwrites this one: every later write is lost`,
  copy: words`a full clone of the running database, of the same workload type and size`,
  notes: [
    words`It runs Enterprise Edition with its options. Tablespaces, files and most ${code('ALTER SYSTEM')} are not yours; a refused statement says ${code('ORA-01031')}`,
    words`Run the files over the service ${code('_tp')} or ${code('_low')}: ${code('_high')} and ${code('_medium')} run statements in parallel, also those that change rows`,
  ],
  source: manual('https://docs.oracle.com/en-us/iaas/autonomous-database-serverless/doc/autonomous-sql-commands.html'),
};
