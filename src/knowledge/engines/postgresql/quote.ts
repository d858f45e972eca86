import { reservedWords } from './reserved-words.ts';

const plain = /^[a-z_][a-z0-9_$]*$/;
const placeholder = /^<[^<>]*>$/;
/** `<table>_before_cut`: a name made of one that was not said. */
const holdsPlaceholder = /<[^<>"]+>/;
const quoted = /^"(?:[^"]|"")+"$/;

/** A name of one part: a column, an index, a constraint. Quoted only where PostgreSQL would read something else; a placeholder stays to be seen. */
export function quoteName(name: string): string {
  const typed = name.trim();
  const asItIs = holdsPlaceholder.test(typed) || quoted.test(typed) || (plain.test(typed) && !reservedWords.has(typed));
  return asItIs ? typed : `"${typed.replaceAll('"', '""')}"`;
}

const dotOutsideQuotes = /\.(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The parts of `public.orders`. Dots inside quotes belong to the name, and so does everything in a placeholder. */
export const partsOf = (name: string): readonly string[] =>
  placeholder.test(name.trim()) ? [name.trim()] : name.trim().split(dotOutsideQuotes);

/** A table, view, type or function, with its schema if it was typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

/** The last part of a name as the catalog holds it, without quotes. */
export const bareName = (name: string): string => {
  const last = partsOf(name).at(-1)?.trim() ?? '';
  return quoted.test(last) ? last.slice(1, -1).replaceAll('""', '"') : last;
};

/** A text value. A backslash means itself, as it does unless `standard_conforming_strings` was turned off. */
export const sqlString = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A table as a value that the catalog can be asked with. */
export const regclass = (table: string): string => `${sqlString(quoteTable(table))}::regclass`;

/** A pattern that finds the bare name as a whole word in code. `\m` and `\M` are the edges of a word. */
export const wordPattern = (name: string): string =>
  sqlString(`\\m${bareName(name).replace(/[^\p{L}\d_]/gu, '\\$&')}\\M`);
