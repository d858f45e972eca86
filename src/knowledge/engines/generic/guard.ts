import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { type Text, words } from '#model/text.ts';

const says: Readonly<Record<GuardKind, Text>> = {
  'short-lock': words`Before each statement limit how long it may wait for a lock to about 2 s, in the way the engine offers. If it runs into the limit: look what has changed before you try again, wait 10 s, run it again, at most 10 times; then stop and look at who holds the lock. Never raise the limit: everybody else waits behind a waiting statement.`,
  unhurried: words`Set no limit for the wait or for the statement, and watch it. If it fails: look for what it left behind, remove that, then run it again.`,
  batch: words`Limit each batch to about 2 s in the way the engine offers. If a batch runs into the limit: halve it, at most three times, and go on from the last position; then stop.`,
  none: words`Read the error, mend its cause, run it again.`,
};

/** How to set a limit is a question of the engine, so nothing is printed before a script. */
export const guard = (kind: GuardKind): Guard => ({ lines: [], onFailure: says[kind] });
