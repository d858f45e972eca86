import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** `ysqlsh` is the psql of YugabyteDB. */
export const running = (): Running => ({
  command: 'ysqlsh -X -v ON_ERROR_STOP=1 -f <file>',
  connection: words`Connect to one node and stay on it, past any pooler and past the connection manager: schema changes come from one connection, one after the other. A statement that changes the schema commits by itself, also inside ${code('BEGIN')}.`,
  begin: 'BEGIN',
  commit: 'COMMIT',
});
