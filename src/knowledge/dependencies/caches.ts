import { before, defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const caches = defineDependency({
  id: 'caches',
  title: 'Caches',
  hint: 'Redis, Memcached, in-process and HTTP caches of these rows',
  moves: true,
  duties: [
    before(
      'switch',
      words`the new shape has a key or version of its own, and the database bears reads without the cache`,
    ),
    before('departure', words`the longest lifetime of an entry has passed`),
  ],
  onRollback: words`the release that comes back reads no newer entry: versioned keys, or empty the cache and bear the load`,
  signal: words`hit rate, and errors when an entry is read`,
  source: manual('https://guides.rubyonrails.org/caching_with_rails.html#recyclable-cache-keys'),
});
