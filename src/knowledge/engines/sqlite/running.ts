import type { Running, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';

/** Each script is one file and one process: `-bail` ends it at its first error, and an open transaction is undone when the process ends. */
export const running = ({ hosting, transactionPooler }: Situation): Running => {
  const id = isGiven(hosting) ? hosting.id : '';
  if (id === 'cloudflare-d1')
    return {
      command: 'npx wrangler d1 execute <database> --remote --file=<file>',
      connection: words`The command goes to D1 directly, which runs each file in a transaction of its own; ${code('BEGIN')} and ${code('PRAGMA foreign_keys')} are not yours to set.`,
      begin: '',
      commit: '',
    };
  if (id === 'turso')
    return {
      command: 'turso db shell <database> < <file>',
      connection: words`Connect to the database directly, not to an embedded replica. Look at the first error: the shell is not known to stop there.`,
      begin: 'BEGIN IMMEDIATE',
      commit: 'COMMIT',
    };
  if (id === 'on-devices')
    return {
      command: 'sqlite3 -bail <file.db> < <file>',
      connection: words`By hand directly on a copy only. On devices the application runs the same statements when it opens its file, in the order of ${code('PRAGMA user_version')}, before anything else reads.`,
      begin: 'BEGIN IMMEDIATE',
      commit: 'COMMIT',
    };
  return {
    command: 'sqlite3 -bail <file.db> < <file>',
    connection: words`Run it on the machine that has the file, as the user that owns it, never over a network file system. ${code('SELECT sqlite_version()')} of this program is not that of the application: use one that is not older.${transactionPooler ? ' It opens the file itself: no pooler stands between.' : ''}`,
    begin: 'BEGIN IMMEDIATE',
    commit: 'COMMIT',
  };
};
