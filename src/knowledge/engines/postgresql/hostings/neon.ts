import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const neon: Hosting = {
  id: 'neon',
  name: 'Neon',
  backup: words`create a branch from now under a name that says what it is for, and see that the history window covers the change: 6 hours on the free plan, 1 day on paid plans unless it was made longer`,
  pointInTime: words`create a branch from the moment before (${code('neon branches create --parent <UTC>')}), look at it, and copy back what you need; a restore in place (${code('neon branches restore')}) overwrites the branch`,
  copy: words`a branch of production, which has the same data at once and does not touch its parent`,
  notes: [
    words`A host name with ${code('-pooler')} goes through a pooler in transaction mode: connect to the one without`,
  ],
  source: manual('https://neon.com/docs/introduction/history-window'),
};
