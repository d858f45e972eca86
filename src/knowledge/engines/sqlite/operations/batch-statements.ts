import type { TableName } from '#model/schema.ts';
import type { Repeat } from '#model/statement.ts';
import { quoteName, quoteTable } from '../quote.ts';

/** A second between two batches lets the other writers in: there is one write lock for all. */
const pauseSeconds = 1;

/** One range after the other by the order of the key, whatever its type. */
export function overKeys(table: TableName, key: string, size: number): Repeat {
  const [k, from] = [quoteName(key), quoteTable(table)];
  return {
    kind: 'key-range',
    table,
    key,
    size,
    pauseSeconds,
    walk: {
      first: `SELECT CASE WHEN typeof(k) IN ('integer', 'real') THEN k - 1 ELSE '' END AS bound FROM (SELECT ${k} AS k FROM ${from} ORDER BY ${k} LIMIT 1)`,
      next: `SELECT k AS bound FROM (SELECT ${k} AS k FROM ${from} WHERE ${k} > :from ORDER BY ${k} LIMIT ${size}) ORDER BY k DESC LIMIT 1`,
    },
  };
}

export const inRange = (key: string): string => `${quoteName(key)} > :from AND ${quoteName(key)} <= :to`;

/** How the shell binds a range; a program binds it by the same names. */
const bounds = '.parameter set :from …, .parameter set :to …';

/** Where a fill starts and ends, and how it goes on after a stop. */
export const fillRemark = (key: string, size: number): string =>
  `${bounds}; from below min(${key}) to max(${key}), both noted before; note each position; first 15 min ${Math.ceil(size / 10)} rows a batch; a batch holds the one write lock for its own length`;
