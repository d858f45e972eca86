import { before, defineDependency, paused } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const materialisedViews = defineDependency({
  id: 'materialised-views',
  title: 'Materialised views',
  hint: 'Stored results of queries over these tables',
  moves: true,
  duties: [
    paused('lock', words`no refresh: it reads for long and holds the step back`),
    paused('rows', words`no refresh`),
    before(
      'departure',
      words`a new view built beside the old one and compared, then names and grants swapped: most can only be made again`,
    ),
  ],
  onRollback: words`the old view is made again from its script before the release that reads it: as long as a refresh`,
  signal: words`age of the last refresh, and its duration`,
  source: manual('https://www.postgresql.org/docs/current/rules-materializedviews.html'),
});
