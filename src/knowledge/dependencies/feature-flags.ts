import { after, before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const featureFlags = defineDependency({
  id: 'feature-flags',
  title: 'Feature flags',
  hint: 'The system that moves reads in shares',
  moves: true,
  duties: [
    before(
      'switch',
      words`the flag exists, off by default in code, tried with its system down; a share of ______ (requests, users, tenants)`,
    ),
    during('switch', words`one flag at a time, the minute noted; a process keeps the old value until it refreshes`),
    after('departure', words`removed, in a release of its own`),
  ],
  onRollback: words`off is the fastest way, while the old copy is current and the release that knows the flag runs`,
  signal: words`share of reads by flag value, in the request log`,
  source: manual('https://openfeature.dev/specification/sections/flag-evaluation'),
});
