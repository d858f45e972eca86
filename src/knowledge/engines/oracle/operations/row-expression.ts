import { quoteName } from '../quote.ts';
import { reservedWords } from '../reserved-words.ts';

/** Words that are no column where they stand in an expression. */
const notColumns = new Set(
  `true false case when end cast binary_float binary_double timestamp interval day month year hour minute second time zone at local nclob clob blob systimestamp
  current_date current_timestamp localtimestamp sessiontimezone dbtimezone using escape regexp nulls first last leading trailing both`
    .trim()
    .split(/\s+/),
);

const token = /n?q?'(?:[^']|'')*'|"[^"]*"|<[^<>]*>|\p{L}[\p{L}\d_$#]*|\d[\w.]*|\s+|[\s\S]/giu;

const isName = (text: string): boolean => /^(?:"|\p{L}[^']*$)/u.test(text);

/**
 * An expression over the columns of a table as one over the row that a trigger sees: `LOWER(status)` becomes `LOWER(:NEW.status)`.
 *
 * A name is a column unless it is called, reserved, or part of a longer name. What is no column then makes the trigger invalid, which is looked for before it is enabled.
 */
export function overRow(expression: string): string {
  const tokens = [...expression.matchAll(token)].map(([text]) => text);
  const solid = tokens.map((text, index) => ({ text, index })).filter(({ text }) => text.trim() !== '');
  const places = new Map(solid.map(({ index }, place) => [index, place]));
  return tokens
    .map((text, index) => {
      const place = places.get(index) ?? -1;
      const [before, after] = [solid[place - 1]?.text ?? '', solid[place + 1]?.text ?? ''];
      if (!isName(text) || before === '.' || before === ':' || after === '.' || after === '(') return text;
      if (before.toLowerCase() === 'as') return text;
      const word = text.toLowerCase();
      return reservedWords.has(word) || (notColumns.has(word) && solid.length > 1) ? text : `:NEW.${quoteName(text)}`;
    })
    .join('');
}
