import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const vitess: Hosting = {
  id: 'vitess',
  name: 'Vitess',
  backup: words`take a backup of every shard (${code('vtctldclient BackupShard <keyspace/shard>')}) and see that the newest of each has ended well`,
  pointInTime: words`restore each shard's backup to a new keyspace and copy back what you need; shards are restored one by one, so agree on one moment for all of them`,
  copy: words`a keyspace of the same shards, restored from the newest backups`,
  watches: [
    {
      family: 'index build',
      title: 'How far a schema change is on each shard',
      reads: words`${code('SHOW VITESS_MIGRATIONS')}: ${code('migration_status')}, ${code('progress')}, ${code('eta_seconds')}, a row for each shard`,
    },
  ],
  notes: [
    words`Without ${code("SET @@ddl_strategy = 'vitess'")} DDL runs directly on every shard, one after the other. With it the answer is an id, and the change is queued: leave ${code('ALGORITHM')} and ${code('LOCK')} out`,
    words`A finished change is taken back with ${code("REVERT VITESS_MIGRATION '<id>'")}, with the rows written meanwhile: only the last one on a table, for 24 hours, and not where a new value does not fit the old shape`,
  ],
  source: manual('https://vitess.io/docs/21.0/user-guides/schema-changes/revertible-migrations/'),
};
