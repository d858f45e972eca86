import { reservedWords } from './reserved-words.ts';

const regular = /^\p{L}[\p{L}\p{Nd}_$#]*$/u;
const placeholder = /^<[^<>]*>$/;
/** `<table>_before`: a name made of one that was not said. */
const holdsPlaceholder = /<[^<>"]+>/;
const delimited = /^"[^"\0]+"$/;

/** A name of one part. In quotes only where Oracle would read something else: quotes keep the case, and names without them are upper case. */
export function quoteName(name: string): string {
  const typed = name.trim();
  const asItIs =
    holdsPlaceholder.test(typed) ||
    delimited.test(typed) ||
    (regular.test(typed) && !reservedWords.has(typed.toLowerCase()));
  return asItIs ? typed : `"${typed.replaceAll('"', '')}"`;
}

/** The parts of `shop.orders`. Dots inside quotes belong to the name, and so does everything in a placeholder. */
export const partsOf = (name: string): readonly string[] =>
  placeholder.test(name.trim())
    ? [name.trim()]
    : (name.trim().match(/(?:"[^"]*"|<[^<>]*>|[^."<>])+/g) ?? [name.trim()]);

/** A table, view or routine, with its schema if it was typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

/** The last part of a name as it was typed, without quotes. */
export const bareName = (name: string): string => {
  const last = partsOf(name).at(-1)?.trim() ?? '';
  return delimited.test(last) ? last.slice(1, -1) : last;
};

/** A text value. The empty one is NULL. */
export const sqlString = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A name as the data dictionary holds it: upper case, unless quotes keep it as it is. */
function inDictionary(part: string): string {
  const quoted = quoteName(part);
  return quoted.startsWith('"') ? quoted.slice(1, -1) : quoted.toUpperCase();
}

/** A name as a value to compare with the data dictionary. */
export const dictionaryName = (name: string): string => sqlString(inDictionary(partsOf(name).at(-1) ?? name));

/** Whose object it is: the schema that was typed, or the one that the session works in. */
export const ownerOf = (name: string): string => {
  const schema = partsOf(name).at(-2);
  return schema === undefined ? `SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')` : dictionaryName(schema);
};

/** Rows of a dictionary view that belong to a table: `owner = … AND table_name = 'ORDERS'`. */
export const ofTable = (table: string, alias = '', column = 'table_name', owner = 'owner'): string =>
  `${alias}${owner} = ${ownerOf(table)} AND ${alias}${column} = ${dictionaryName(table)}`;

/** A pattern for `LIKE … ESCAPE '\'` over upper case text. */
export const likePattern = (name: string): string =>
  sqlString(
    `%${bareName(name)
      .toUpperCase()
      .replace(/[\\_%]/g, '\\$&')}%`,
  );
