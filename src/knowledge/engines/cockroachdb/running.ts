import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** Each script is one file. `errexit` ends it at the first error; any node takes it, because there is no primary. */
export const running = ({ transactionPooler }: Situation): Running => ({
  command: `cockroach sql --url '<url>' --set=errexit=true --file <file>`,
  connection: transactionPooler
    ? words`Connect to any node, or to the load balancer, not through the pooler: ${code('SET')} does not hold there. All nodes are equal.`
    : words`Connect to any node, or to the load balancer: all are equal, and none is a primary.`,
  begin: 'BEGIN',
  commit: 'COMMIT',
});
