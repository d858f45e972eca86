import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const featureFlags = defineDependency({
  id: 'feature-flags',
  title: 'Feature flags',
  hint: 'The system that moves reads in shares',
  moves: 'before the switch',
  before: words`The flag exists, off by default in code; tried with the flag system down; a share is of requests, users or tenants: which? Read once per request or job.`,
  during: words`Change one flag at a time and write down the minute. A process keeps the old value until its next refresh: wait for that interval before judging.`,
  after: words`Remove the flag only when no way back needs it any more, in a release of its own.`,
  onRollback: words`Off is the fastest way back, as long as the old copy is kept current and the release that knows the flag runs.`,
  signal: words`share of reads by flag value, in the request log`,
  source: manual('https://openfeature.dev/specification/sections/flag-evaluation'),
});
