import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const materialisedViews = defineDependency({
  id: 'materialised-views',
  title: 'Materialised views',
  hint: 'Stored results of queries over these tables',
  moves: 'before the contract',
  before: words`List views that name the columns, with definition, indexes, grants and refresh times: most can only be made again. Changing or dropping a column they use is often refused.`,
  during: words`Stop refreshes during schema steps and fills: a refresh reads for long and holds back the step.`,
  after: words`Build the new view beside the old one, compare both, then swap the names and grants. Refresh once and note how long it took.`,
  onRollback: words`The old view is made again from its script before the release that reads it comes back: as long as a refresh.`,
  signal: words`age of the last refresh, and its duration`,
  source: manual('https://www.postgresql.org/docs/current/rules-materializedviews.html'),
});
