import { reservedWords } from './reserved-words.ts';

const plain = /^[\p{L}_$][\p{L}\d_$]*$/u;
const placeholder = /^<[^<>]*>$/;
/** `<table>_before_cut`: a name made of one that was not said. */
const holdsPlaceholder = /<[^<>`]+>/;
const quoted = /^`(?:[^`]|``)+`$/;

/** A name of one part: a column, an index, a constraint. Quoted only where the server would read something else; a placeholder stays to be seen. */
export function quoteName(name: string): string {
  const typed = name.trim();
  const asItIs =
    holdsPlaceholder.test(typed) ||
    quoted.test(typed) ||
    (plain.test(typed) && !reservedWords.has(typed.toLowerCase()));
  return asItIs ? typed : `\`${typed.replaceAll('`', '``')}\``;
}

const dotOutsideQuotes = /\.(?=(?:[^`]*`[^`]*`)*[^`]*$)/;

/** The parts of `shop.orders`. Dots inside quotes belong to the name, and so does everything in a placeholder. */
export const partsOf = (name: string): readonly string[] =>
  placeholder.test(name.trim()) ? [name.trim()] : name.trim().split(dotOutsideQuotes);

/** A table, view or routine, with its database if it was typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

/** The last part of a name as the catalog holds it, without quotes. */
export const bareName = (name: string): string => {
  const last = partsOf(name).at(-1)?.trim() ?? '';
  return quoted.test(last) ? last.slice(1, -1).replaceAll('``', '`') : last;
};

/** A text value. A backslash is an escape here, unless the session says otherwise. */
export const sqlString = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The database of a table as the catalog can be asked with: as typed, or the one that is in use. */
const databaseOf = (table: string): string => {
  const parts = partsOf(table);
  return parts.length > 1 ? sqlString(bareName(parts.slice(0, -1).join('.'))) : 'DATABASE()';
};

/** Rows of a view of `information_schema` that speak of one table. `columns`: what it calls the database and the table. */
export const ofTable = (table: string, [database, name] = ['TABLE_SCHEMA', 'TABLE_NAME']): string =>
  `${database} = ${databaseOf(table)} AND ${name} = ${sqlString(bareName(table))}`;

/** A pattern that finds the bare name as a whole word in code, whatever stands around it. */
export const wordPattern = (name: string): string =>
  sqlString(`(^|[^[:alnum:]_$])${bareName(name).replace(/[^\p{L}\d_]/gu, '\\$&')}([^[:alnum:]_$]|$)`);
