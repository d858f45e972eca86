import { reservedWords } from './reserved-words.ts';

const plain = /^[A-Za-z_][A-Za-z0-9_$]*$/;
const placeholder = /^<[^<>]*>$/;
/** `<table>_before_cut`: a name made of one that was not said. */
const holdsPlaceholder = /<[^<>"]+>/;
const quoted = /^"(?:[^"]|"")+"$/;

/** A name of one part. Case means nothing to SQLite, in quotes neither; a placeholder stays to be seen. */
export function quoteName(name: string): string {
  const typed = name.trim();
  const asItIs =
    holdsPlaceholder.test(typed) ||
    quoted.test(typed) ||
    (plain.test(typed) && !reservedWords.has(typed.toLowerCase()));
  return asItIs ? typed : `"${typed.replaceAll('"', '""')}"`;
}

const dotOutsideQuotes = /\.(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The parts of `main.orders`. Dots inside quotes belong to the name, and so does everything in a placeholder. */
export const partsOf = (name: string): readonly string[] =>
  placeholder.test(name.trim()) ? [name.trim()] : name.trim().split(dotOutsideQuotes);

/** A table or view, with the name of its attached file if it was typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

/** The last part, quoted: what RENAME TO and ON in CREATE INDEX want. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** The last part of a name as the schema table holds it, without quotes. */
export const bareName = (name: string): string => {
  const last = partsOf(name).at(-1)?.trim() ?? '';
  return quoted.test(last) ? last.slice(1, -1).replaceAll('""', '"') : last;
};

/** A name that stands in the same file as a table: `main.orders` and `orders_idx` give `main.orders_idx`. */
export const beside = (table: string, name: string): string =>
  partsOf(name).length > 1 ? name : [...partsOf(table).slice(0, -1), name].join('.');

/** A text value. */
export const sqlString = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The schema table of the file that a table is in. */
export const schemaTable = (table: string): string => quoteTable(beside(table, 'sqlite_schema'));

/** The name of a table as a value, compared as SQLite compares names. */
export const sameName = (column: string, table: string): string =>
  `${column} = ${sqlString(bareName(table))} COLLATE NOCASE`;
