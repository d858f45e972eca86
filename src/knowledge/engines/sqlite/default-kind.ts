import type { DefaultKind } from '#model/engine.ts';

const literal = /^(?:[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|0x[\da-f]+)|'(?:[^']|'')*'|x'[\da-f]*'|null|true|false)$/i;

const inBrackets = (expression: string): string => {
  const typed = expression.trim();
  return typed.startsWith('(') && typed.endsWith(')') ? typed.slice(1, -1).trim() : typed;
};

/**
 * Whether a default gives one value for all rows or one for each.
 *
 * SQLite adds a column to a table with rows only with a constant: the clock and every call of a function are refused there, so they are taken for
 * values of their own. https://www.sqlite.org/lang_altertable.html#altertabaddcol
 */
export function defaultKind(expression: string): DefaultKind {
  if (expression.trim() === '') return 'unconfirmed';
  return literal.test(inBrackets(expression)) ? 'constant' : 'volatile';
}
