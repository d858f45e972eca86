import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** One file for each script; the client ends at the first error. There are no transactions that hold a schema change. */
export const running = (): Running => ({
  command: 'clickhouse-client --host <server> --database <database> --queries-file <file>',
  connection: words`Connect to one server itself, not through a proxy or pooler that spreads statements: ${code('SET')} holds for the session. Replicated tables pass a change on by themselves; where there are several shards, or tables without replicas, each statement gets ${code('ON CLUSTER <cluster>')} after the name of the table.`,
  begin: '',
  commit: '',
});
