import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** One file for each script, sent by the client of PostgreSQL, which Redshift understands. */
export const running = (): Running => ({
  command: 'psql -X -v ON_ERROR_STOP=1 -h <endpoint> -p 5439 -d <database> -U <user> -f <file>',
  connection: words`Connect to the endpoint itself, not through a pooler, as the owner of the table and in a queue with room: ${code('wlm_query_slot_count')} and a queue’s own timeout hold for these statements too.`,
  begin: 'BEGIN',
  commit: 'COMMIT',
});
