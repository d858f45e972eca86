import { bareName, quoteName } from '../quote.ts';
import { reservedWords } from '../reserved-words.ts';

/** Words that are no column where they stand in an expression, though a column may be called so elsewhere. */
const notColumns = new Set(
  `true false null unknown char nchar signed unsigned integer date datetime time timestamp year json binary decimal double float real
  at zone offset escape microsecond second minute hour day week month quarter`
    .trim()
    .split(/\s+/),
);
const onlyAsUnit = new Set('microsecond second minute hour day week month quarter year'.split(' '));
/** What follows is the name of a type, a character set or a collation. */
const beforeName = new Set(['as', 'using', 'collate', 'set', 'charset']);

const token =
  /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|<[^<>]*>|`(?:[^`]|``)+`|[@\p{L}_$][\p{L}\d_$@]*|\d[\w.]*|\s+|[\s\S]/gu;

const isName = (text: string): boolean => /^[`\p{L}_$]/u.test(text);

/**
 * An expression over the columns of a table as one over the row that a trigger sees: `lower(status)` becomes `lower(NEW.status)`.
 *
 * A name is a column unless it is called, reserved, or names a type or a character set. What is no column then makes CREATE TRIGGER fail (1054).
 */
export function overRow(expression: string, row: 'NEW' | 'OLD' = 'NEW'): string {
  const tokens = [...expression.matchAll(token)].map(([text]) => text);
  const solid = tokens.map((text, index) => ({ text, index })).filter(({ text }) => text.trim() !== '');
  const interval = /\binterval\b/i.test(expression);
  const places = new Map(solid.map(({ index }, place) => [index, place]));
  return tokens
    .map((text, index) => {
      const place = places.get(index) ?? -1;
      const [before, after] = [solid[place - 1]?.text ?? '', solid[place + 1]?.text ?? ''];
      if (!isName(text)) return text;
      if (after === '.') return solid[place + 2] && isName(solid[place + 2]?.text ?? '') ? row : text;
      if (before === '.') return quoteName(bareName(text));
      if (text.startsWith('`')) return `${row}.${text}`;
      const word = text.toLowerCase();
      const unit = onlyAsUnit.has(word) && !interval;
      if (after === '(' || text.startsWith('_') || beforeName.has(before.toLowerCase())) return text;
      if (reservedWords.has(word) || (notColumns.has(word) && !unit && !isAlone(solid.length))) return text;
      return `${row}.${quoteName(text)}`;
    })
    .join('');
}

/** A column alone may be called as it likes: `date` is one, unless it is reserved. */
const isAlone = (tokens: number): boolean => tokens === 1;

/** Whether two values differ in any byte: a comparison by their collation would take `Open` for `open`, and NULL for unknown. */
export const differ = (left: string, right: string): string =>
  `NOT (CAST(${left} AS BINARY) <=> CAST(${right} AS BINARY))`;
