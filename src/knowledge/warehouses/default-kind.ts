import type { DefaultKind } from '#model/engine.ts';

/** Only what is plainly one value is taken for one: a number, a text, a word of its own. */
export const defaultKind = (expression: string): DefaultKind =>
  /^\s*(?:[-+]?\d+(?:\.\d+)?|'(?:[^']|'')*'|true|false|null)\s*$/i.test(expression) ? 'constant' : 'unconfirmed';
