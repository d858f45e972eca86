import type { Safety, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';

export const safety = ({ hosting }: Situation): Safety => ({
  cancel: words`a loop ends with Ctrl-C: items written so far stay, and it goes on from the last token. An index that is being filled is ended by deleting it while ${code('Backfilling')} is true`,
  replicas:
    isGiven(hosting) && hosting.id === 'global-tables'
      ? words`a write reaches the other Regions later, and of two writes to one item in two Regions the last one stands: run a loop in one Region only, and compare in each (${code('ReplicationLatency')})`
      : words`a table has no replicas to wait for; a read that is not ${code('--consistent-read')}, and every read of an index, may be behind by a moment`,
  changeCapture: words`every write of a loop is a record of the stream: readers see each item once more, and keep up only while their ${code('IteratorAge')} stays far below the 24 hours that records are kept`,
  notes: [
    words`a restore makes a table of another name; items are then copied back from it, with a condition that keeps newer ones`,
    words`a transaction holds at most 100 items, a condition looks at one item`,
  ],
});
