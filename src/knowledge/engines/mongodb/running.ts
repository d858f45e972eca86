import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** One file for each script. A file ends at its first error. Data definition takes part in no transaction here. */
export const running = (): Running => ({
  command: 'mongosh "<connection string>" --norc --quiet --file <file>',
  connection: words`Connect to the replica set or to ${code('mongos')}, not to one member and not through a pooler of connections, so that commands reach the primary after an election too.`,
  begin: '',
  commit: '',
});
