import { unconfirmed } from '#model/source.ts';
import type { Stack } from '#model/stack.ts';
import { words } from '#model/text.ts';

/** A tool that only migrates: what the application's processes keep is answered by its framework, and asked where none was chosen. */
export function toolAlone(name: string, question: string): Pick<Stack, 'remembers' | 'prepares' | 'ignoreColumn'> {
  const source = unconfirmed(question);
  return {
    remembers: {
      what: 'unconfirmed',
      says: words`${name} knows nothing of the application: what its processes remember of the schema depends on its framework, and is planned as if they remembered columns.`,
      source,
    },
    prepares: {
      kept: 'unconfirmed',
      says: words`Whether statements stay prepared depends on the application's framework and driver; it is planned as if they did.`,
      source,
    },
    ignoreColumn: {
      because: words`${name} does not read or write rows: the application's framework leaves the column out`,
    },
  };
}
