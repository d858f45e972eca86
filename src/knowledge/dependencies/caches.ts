import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const caches = defineDependency({
  id: 'caches',
  title: 'Caches',
  hint: 'Redis, Memcached, in-process and HTTP caches of these rows',
  moves: 'before the switch',
  before: words`Cached objects carry the columns their release knew: give the new shape a new key or version.`,
  during: words`Expect misses after each deploy and switch: check that the database bears reads without the cache.`,
  after: words`Let old entries run out; the longest lifetime is the shortest hold before contraction.`,
  onRollback: words`The release that comes back reads no newer entry: versioned keys, or empty the cache and bear the load.`,
  signal: words`hit rate, and errors when an entry is read`,
  source: manual('https://guides.rubyonrails.org/caching_with_rails.html#recyclable-cache-keys'),
});
