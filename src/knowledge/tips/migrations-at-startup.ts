import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const migrationsAtStartup = defineTip({
  id: 'migrations-at-startup',
  page: 'stack',
  beside: 'migrationsAtStartup',
  when: ({ stack }) => stack.migrationsAtStartup === 'yes',
  says: 'At startup the first new process migrates while the old release serves, and one that waits for a lock holds up the whole deploy. Run this change as a step of its own, before or after the deploy.',
  source: manual(
    'https://learn.microsoft.com/en-us/ef/core/managing-schemas/migrations/applying#apply-migrations-at-runtime',
  ),
});
