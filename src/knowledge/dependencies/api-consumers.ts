import { after, before, defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const apiConsumers = defineDependency({
  id: 'api-consumers',
  title: 'Partner or public API consumers',
  hint: 'Others who see these values through an API, a webhook or an export',
  moves: false,
  duties: [
    before(
      'switch',
      words`the API stays as it is: translated in the application, recorded responses of both releases compared`,
    ),
    after('switch', words`4xx and 5xx looked at by partner, not in the average`),
    before(
      'retirement',
      words`a field that must go: the new one published beside it, the old one unused for the notice promised`,
    ),
  ],
  onRollback: words`values that have left stay out: tell partners times in UTC and records`,
  signal: words`4xx and 5xx by partner, and use of the old field`,
  source: manual('https://google.aip.dev/180'),
});
