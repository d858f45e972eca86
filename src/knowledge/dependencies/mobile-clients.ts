import { after, before, defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const mobileClients = defineDependency({
  id: 'mobile-clients',
  title: 'Mobile and desktop clients',
  hint: 'Versions on devices, which run for months',
  moves: false,
  duties: [
    before('switch', words`share of each version noted; what old versions call stays served`),
    after('switch', words`errors by client version: two percent do not show in the average`),
    before(
      'retirement',
      words`versions that need the old form below the share that ______ has named, or made to update`,
    ),
  ],
  onRollback: words`clients do not go back with servers: a version that is out works with the schema of the way back`,
  signal: words`errors and share by client version`,
  source: manual('https://google.aip.dev/185'),
});
