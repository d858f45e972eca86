import { partsOf, quoteName as quotedAsPostgresql } from '../postgresql/quote.ts';

export { bareName, partsOf, sqlString } from '../postgresql/quote.ts';

/** Words that CockroachDB reserves and PostgreSQL does not: https://www.cockroachlabs.com/docs/stable/sql-grammar#reserved_keyword */
export const furtherReserved: ReadonlySet<string> = new Set(['family', 'index', 'none', 'nothing']);

/** A name of one part. Quoted only where the engine would read something else; a placeholder stays to be seen. */
export const quoteName = (name: string): string =>
  furtherReserved.has(name.trim()) ? `"${name.trim()}"` : quotedAsPostgresql(name);

/** A table, view, type or function, with its database and schema if they were typed. */
export const quoteTable = (table: string): string => partsOf(table).map(quoteName).join('.');

/** The last part of a name, quoted. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** An index is named with its table: `orders@orders_status_idx`. */
export const quoteIndex = (table: string, index: string): string => `${quoteTable(table)}@${quoteLast(index)}`;

/** A column of the table that a statement changes, said so that nothing beside it is meant. */
export const ofTable = (table: string, column: string): string => `${quoteLast(table)}.${quoteName(column)}`;
