import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const nameTheNature = defineTip({
  id: 'name-the-nature',
  page: 'change',
  when: () => true,
  says: 'Include whether the migration is additive, destructive, or a rename, because the safest rollout pattern changes a lot by type.',
  source: manual('https://docs.gitlab.com/development/database/avoiding_downtime_in_migrations/'),
});
