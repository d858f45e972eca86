import type { Delta, TableName } from '#model/schema.ts';
import type { Repeat, Statement } from '#model/statement.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Half a second between two batches lets others in. */
const pauseSeconds = 0.5;

const lowest = 'SELECT %key AS k FROM %table ORDER BY %key LIMIT 1';
const range = 'SELECT %key AS k FROM %table WHERE %key > :from ORDER BY %key LIMIT %size';

/** One range after the other by the order of the key, whatever its type. */
export function overKeys(table: TableName, key: string, size: number): Repeat {
  const of = (text: string): string =>
    text.replaceAll('%key', quoteName(key)).replaceAll('%table', quoteTable(table)).replaceAll('%size', String(size));
  return {
    kind: 'key-range',
    table,
    key,
    size,
    pauseSeconds,
    walk: {
      first: `SELECT CASE WHEN k::text ~ '^-?\\d+$' THEN (k::text::numeric - 1)::text WHEN pg_typeof(k) = 'uuid'::regtype THEN '00000000-0000-0000-0000-000000000000' ELSE '' END AS bound
FROM (${of(lowest)}) AS lowest`,
      next: `SELECT k::text AS bound FROM (${of(range)}) AS range ORDER BY k DESC LIMIT 1`,
    },
  };
}

/** A column of the table that a statement changes, said so that nothing beside it is meant. */
export const ofTable = (table: TableName, column: string): string =>
  `${quoteName(bareName(table))}.${quoteName(column)}`;

export const inRange = (key: string): string => `${key} > :from AND ${key} <= :to`;

/** The rows of one range that still need it, locked as an update would; one that somebody else holds is left for the next pass. */
export const batchOf = (
  table: TableName,
  key: string,
  needs: string,
  { take = '', lock = 'NO KEY UPDATE' } = {},
): string =>
  `WITH batch AS (
  SELECT ${quoteName(key)} AS batch_key${take}
  FROM ${quoteTable(table)}
  WHERE ${inRange(quoteName(key))} AND ${needs}
  FOR ${lock} SKIP LOCKED
)`;

/** Where a fill starts and ends, and how it goes on after a stop. */
export const fillRemark = (key: string, size: number): string =>
  `from below min(${key}) to max(${key}), both noted before; note each position; first 15 min ${Math.ceil(size / 10)} rows a batch; locked rows wait for the next pass, until one changes none`;

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
export const fillBatch = ({ table, key, column, expression, needs, size, deltas }: Fill): Statement =>
  statement(
    `${batchOf(table, key, needs)}
UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}
FROM batch WHERE ${ofTable(table, key)} = batch.batch_key`,
    {
      locks: { [table]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: 'sql-update',
      deltas,
      repeat: overKeys(table, key, size),
      remark: fillRemark(key, size),
    },
  );
