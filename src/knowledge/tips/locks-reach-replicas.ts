import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const locksReachReplicas = defineTip({
  id: 'locks-reach-replicas',
  page: 'database',
  beside: 'replicaUse',
  when: ({ database }) =>
    database.topology.includes('replicas') && database.replicaUse.some((use) => use === 'reads' || use === 'analytics'),
  says: 'An exclusive lock is replayed on the replicas: there it waits for long queries or cancels them, and lag grows until it has passed. Look at the longest query on each replica before a schema step.',
  source: manual('https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-CONFLICT'),
});
