import { reservedWords } from './reserved-words.ts';

const regular = /^[\p{L}_][\p{L}\p{Nd}_@#$]*$/u;
const placeholder = /^<[^<>]*>$/;
/** `<table>_before`: a name made of one that was not said. */
const holdsPlaceholder = /<[^<>"]+>/;
const delimited = /^(?:\[(?:[^\]]|\]\])+\]|"(?:[^"]|"")+")$/;

/** A name of one part. In brackets only where T-SQL would read something else; a placeholder stays to be seen. */
export function quoteName(name: string): string {
  const typed = name.trim();
  const asItIs =
    holdsPlaceholder.test(typed) ||
    delimited.test(typed) ||
    (regular.test(typed) && !reservedWords.has(typed.toLowerCase()));
  return asItIs ? typed : `[${typed.replaceAll(']', ']]')}]`;
}

/** The parts of `dbo.orders`. Dots inside brackets or quotes belong to the name, and so does everything in a placeholder. */
export const partsOf = (name: string): readonly string[] =>
  placeholder.test(name.trim())
    ? [name.trim()]
    : (name.trim().match(/(?:\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*"|<[^<>]*>|[^.[\]"<>])+/g) ?? [name.trim()]);

/** A table, view or module, with its schema if it was typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

const unwrapped = (part: string): string =>
  part.startsWith('[')
    ? part.slice(1, -1).replaceAll(']]', ']')
    : part.startsWith('"')
      ? part.slice(1, -1).replaceAll('""', '"')
      : part;

/** The last part of a name as the catalog holds it, without brackets. */
export const bareName = (name: string): string => {
  const last = partsOf(name).at(-1)?.trim() ?? '';
  return delimited.test(last) ? unwrapped(last) : last;
};

/** A text value. `N` keeps every character, whatever the collation. */
export const sqlString = (value: string): string => `N'${value.replaceAll("'", "''")}'`;

/** A table as a number that the catalog can be asked with. */
export const objectId = (table: string): string => `OBJECT_ID(${sqlString(quoteTable(table))})`;

/** A pattern for LIKE that finds the bare name; `[`, `_` and `%` mean themselves. */
export const likePattern = (name: string): string => sqlString(`%${bareName(name).replace(/[[_%]/g, '[$&]')}%`);
