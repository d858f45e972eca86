import type { Delta, TableName } from '#model/schema.ts';
import type { Repeat, Statement } from '#model/statement.ts';
import type { Family } from '../family.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Half a second between two batches lets others in. */
const pauseSeconds = 0.5;

/** One range after the other by the order of the key. A number begins one below the lowest, a text below every text. */
export function overKeys(table: TableName, key: string, size: number): Repeat {
  const [name, of] = [quoteName(key), quoteTable(table)];
  return {
    kind: 'key-range',
    table,
    key,
    size,
    pauseSeconds,
    walk: {
      first: `SELECT IF(COERCIBILITY(k) >= 5, CAST(CAST(k AS DECIMAL(65)) - 1 AS CHAR), '') AS bound
FROM (SELECT ${name} AS k FROM ${of} ORDER BY ${name} LIMIT 1) AS lowest`,
      next: `SELECT CAST(k AS CHAR) AS bound FROM (SELECT ${name} AS k FROM ${of} WHERE ${name} > :from ORDER BY ${name} LIMIT ${String(size)}) AS piece ORDER BY k DESC LIMIT 1`,
    },
  };
}

export const inRange = (key: string): string => `${key} > :from AND ${key} <= :to`;

/** Where a fill starts and ends, and how it goes on after a stop. */
export const fillRemark = (key: string, size: number): string =>
  `from below min(${key}) to max(${key}), both noted before; note each position; first 15 min ${Math.ceil(size / 10)} rows a batch; no open transaction around it; on 1205 or 1213 run that range again`;

interface Fill {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
  readonly expression: string;
  readonly needs: string;
  readonly size: number;
  readonly deltas: readonly Delta[];
}

/** Fills one column, one range of keys after the other. Run again it changes nothing more. */
export const fillBatch = (family: Family, { table, key, column, expression, needs, size, deltas }: Fill): Statement =>
  statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}
WHERE ${inRange(quoteName(key))} AND ${needs}`,
    {
      locks: { [table]: 'SHARED_WRITE' },
      work: 'rows',
      source: family.source('rows'),
      deltas,
      repeat: overKeys(table, key, size),
      remark: fillRemark(key, size),
    },
  );
