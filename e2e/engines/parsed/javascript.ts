import { Script } from 'node:vm';
import type { Grammar } from './grammar.ts';

const compile = (text: string): Script => new Script(text);

/** The JavaScript of this Node. Nothing is run. */
export const javascript = async (): Promise<Grammar> => ({
  name: 'JavaScript',
  problemOf: (text) => {
    try {
      compile(text);
      return undefined;
    } catch (cause) {
      return String(cause).split('\n')[0];
    }
  },
});
