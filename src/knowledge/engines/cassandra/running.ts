import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** A file of CQL; commands of the shell are run as they stand. Nothing takes part in a transaction. */
export const running = (): Running => ({
  command: 'cqlsh <contact point> -k <keyspace> --request-timeout=60 -f <file>',
  connection: words`Connect to one node, the same for every step, and not through a proxy or pooler. ${code('cqlsh')} goes on after an error in a file: one statement in each file, read its answer. Commands of ${code('nodetool')} are run on each node, those of ${code('dsbulk')} from a host beside the cluster.`,
  begin: '',
  commit: '',
});
