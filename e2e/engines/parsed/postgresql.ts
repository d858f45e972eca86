import type { Grammar } from './grammar.ts';

/** The parser of PostgreSQL 15 itself. Bodies of functions are text to it. */
export async function postgresql(): Promise<Grammar> {
  const { loadModule, parseSync, SqlError } = await import('libpg-query');
  await loadModule();
  return {
    name: 'the parser of PostgreSQL 15',
    problemOf: (text) => {
      try {
        parseSync(text);
        return undefined;
      } catch (cause) {
        if (!(cause instanceof SqlError)) throw cause;
        return cause.message;
      }
    },
  };
}
