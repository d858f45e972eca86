import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

/** Nothing limits how long one command waits for an exclusive lock, so a person does. */
const guards: Readonly<Record<GuardKind, Guard>> = {
  'short-lock': {
    lines: [],
    onFailure: words`If it does not answer within 5 s, end it from a second shell: ${code('db.currentOp()')} gives its ${code('opid')}, ${code('db.killOp(opid)')} ends it. Look with the check of the step what has changed, wait 10 s, run it again, at most 10 times; then stop and look for the long operation that holds the collection.`,
  },
  unhurried: {
    lines: [],
    onFailure: words`If it fails, ${code('getIndexes()')} shows what is there; mend the cause and run it again.`,
  },
  batch: {
    lines: [],
    onFailure: words`${code('wtimeout')} means that the members do not keep up, not that the batch is undone: wait until the lag is back, halve the batch, at most three times, and go on from the last key that was printed.`,
  },
  none: { lines: [], onFailure: words`Read the error, mend its cause, run it again.` },
};

export const guard = (kind: GuardKind): Guard => guards[kind];
