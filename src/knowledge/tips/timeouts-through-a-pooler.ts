import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const timeoutsThroughAPooler = defineTip({
  id: 'timeouts-through-a-pooler',
  page: 'database',
  beside: 'poolerMode',
  when: ({ database }) => database.topology.includes('pooler') && database.poolerMode !== 'session',
  says: 'Outside session mode a pooler may give the next statement another connection: a lock timeout set before it is lost, and may hit somebody else. Run schema steps on a direct connection.',
  source: manual('https://www.pgbouncer.org/features.html'),
});
