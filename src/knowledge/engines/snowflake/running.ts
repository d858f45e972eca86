import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** One file for each script; the client ends at the first error. A schema change commits by itself, so nothing stands around a script. */
export const running = (): Running => ({
  command: 'snowsql -c <connection> -o exit_on_error=true -f <file>',
  connection: words`Connect directly, not through a pooler of connections, with the role that owns the table, a warehouse of its own and the schema set (${code('USE SCHEMA')}): names without quotes are taken in capitals.`,
  begin: '',
  commit: '',
});
