import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';
import { twoReleases } from './when/two-releases.ts';

export const renameUnderTwoReleases = defineTip({
  id: 'rename-under-two-releases',
  page: 'change',
  when: (answers, { natures }) => natures.includes('rename') && twoReleases(answers),
  says: 'A rename in place breaks the release that uses the other name at that instant, and again on the way back. Add the new name beside the old one and move over step by step.',
  source: manual('https://docs.gitlab.com/development/database/avoiding_downtime_in_migrations/#renaming-columns'),
});
