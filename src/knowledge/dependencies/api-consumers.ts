import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const apiConsumers = defineDependency({
  id: 'api-consumers',
  title: 'Partner or public API consumers',
  hint: 'Others who see these values through an API, a webhook or an export',
  moves: 'does not move',
  before: words`Keep the API as it is: translate in the application. If a field must change, publish the new one beside the old, with a date, and wait for the partners’ answer.`,
  during: words`Compare responses of both releases for a sample of recorded requests; look at partners by key and not only at the average.`,
  after: words`Drop the old field only after its use has been at zero for the notice that was promised.`,
  onRollback: words`Values that have left stay out: tell partners the times in UTC and the records affected.`,
  signal: words`4xx and 5xx by partner, and use of the old field`,
  source: manual('https://google.aip.dev/180'),
});
