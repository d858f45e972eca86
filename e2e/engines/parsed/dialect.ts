import { type DialectName, init, ParserError, validate } from '@guanmingchiu/sqlparser-ts';
import type { Grammar } from './grammar.ts';

/** A dialect of sqlparser-rs, where no grammar of the vendor's language can be had. */
export async function dialect(name: DialectName): Promise<Grammar> {
  await init();
  return {
    name: `the dialect ${name} of sqlparser-rs`,
    problemOf: (text) => {
      try {
        validate(text, name);
        return undefined;
      } catch (cause) {
        if (!(cause instanceof ParserError)) throw cause;
        return cause.message.split('\n')[0];
      }
    },
  };
}
