import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const nameTheTopology = defineTip({
  id: 'name-the-topology',
  page: 'stack',
  beside: 'runs',
  when: () => true,
  says: 'Mention your deployment topology: a monolith, a worker fleet and analytics jobs often need different sequencing.',
  source: manual('https://docs.gitlab.com/development/database/avoiding_downtime_in_migrations/'),
});
