import type { Script } from '#model/statement.ts';

/** Statements exactly as the person wrote them. Nothing is claimed about what they do. */
export const writtenScript = (text: string): Script => ({
  guard: 'short-lock',
  transaction: 'none',
  statements: [
    {
      text,
      language: 'sql',
      effect: { locks: [], blocks: 'unconfirmed', work: 'unconfirmed', transaction: 'any' },
      source: {
        kind: 'unconfirmed',
        question: 'What do these statements lock, and for how long, on a copy of this size?',
      },
      deltas: [],
    },
  ],
});
