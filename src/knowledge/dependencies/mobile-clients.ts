import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const mobileClients = defineDependency({
  id: 'mobile-clients',
  title: 'Mobile and desktop clients',
  hint: 'Versions on devices, which run for months',
  moves: 'does not move',
  before: words`Share of each version by telemetry. Old versions call the old API for months: keep it served. A client that talks to the database counts as a release.`,
  during: words`Watch errors by client version; a fault in a version of two percent does not show in the average.`,
  after: words`The old form goes only when the share of versions that need it is below the limit that the business names, or they are made to update.`,
  onRollback: words`Clients do not roll back with servers: a version that is out must work with the schema of the way back.`,
  signal: words`errors and share by client version`,
  source: manual('https://google.aip.dev/185'),
});
