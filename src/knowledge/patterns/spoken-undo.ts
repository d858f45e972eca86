import type { Delta } from '#model/schema.ts';
import type { Minutes, Script, Undo } from '#model/statement.ts';

/** What is done outside the database, told in words. */
export const spokenScript = (text: string, ...deltas: readonly Delta[]): Script => ({
  guard: 'none',
  transaction: 'none',
  statements: [
    {
      text,
      language: 'text',
      effect: { locks: [], blocks: 'unconfirmed', work: 'unconfirmed', transaction: 'any' },
      source: { kind: 'unconfirmed', question: 'What does this take here, and how long? The dry run measures it.' },
      deltas,
    },
  ],
});

/** A way back in words, for what is done outside the database: settings, connections, servers. */
export const spokenUndo = (text: string, minutes: Minutes, ...deltas: readonly Delta[]): Undo => ({
  kind: 'statements',
  scripts: [spokenScript(text, ...deltas)],
  minutes,
  loses: 'nothing',
});
