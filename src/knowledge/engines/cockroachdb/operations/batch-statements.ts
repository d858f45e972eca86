import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Repeat, Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Half a second between two batches lets others in. */
const pauseSeconds = 0.5;

export const inRange = (key: string): string => `${key} > :from AND ${key} <= :to`;

/** One range after the other by the order of the key, whatever its type. */
export function overKeys(table: string, key: string, size: number): Repeat {
  const [on, by] = [quoteTable(table), quoteName(key)];
  return {
    kind: 'key-range',
    table,
    key,
    size,
    pauseSeconds,
    walk: {
      first: `SELECT CASE WHEN k::STRING ~ '^-?[0-9]+$' THEN (k::STRING::DECIMAL - 1)::STRING WHEN pg_typeof(k) = 'uuid' THEN '00000000-0000-0000-0000-000000000000' ELSE '' END AS bound
FROM (SELECT ${by} AS k FROM ${on} ORDER BY ${by} LIMIT 1) AS lowest`,
      next: `SELECT k::STRING AS bound FROM (SELECT ${by} AS k FROM ${on} WHERE ${by} > :from ORDER BY ${by} LIMIT ${size}) AS r ORDER BY k DESC LIMIT 1`,
    },
  };
}

/** Where a walk starts and ends, and what a batch that lost against the traffic does. */
export const walkRemark = (key: string, size: number): string =>
  `from below min(${key}) to max(${key}), both noted before; note each position; first 15 min ${Math.ceil(size / 10)} rows a batch; each range is a transaction of its own and is run again on 40001`;

interface Fill {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly expression: string;
  readonly needs: string;
  readonly size: number;
  readonly deltas: readonly Delta[];
}

/** Fills one column, one range of keys after the other. Run again it changes nothing more. */
export const fillBatch = ({ table, key, column, expression, needs, size, deltas }: Fill): Statement =>
  statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}
WHERE ${inRange(quoteName(key))} AND ${needs}`,
    { work: 'rows', page: pages.bulkUpdate, deltas, repeat: overKeys(table, key, size), remark: walkRemark(key, size) },
  );

/** A table made for rows of another: it has the columns of that moment. */
export const allColumns = (table: string): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];
