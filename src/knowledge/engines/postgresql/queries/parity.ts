import type { Queries } from '#model/operations.ts';
import type { Situation } from '#model/engine.ts';
import { inManual } from '../manual.ts';
import { distinctTypes } from '../equality.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('functions-comparison');

const name = /^(?:[\p{L}_][\p{L}\d_$]*|"(?:[^"]|"")+"|<[^<>]*>)$/u;

/** A name as typed is quoted where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

/** NULL against NULL is equal here, NULL against a value is not. */
const countDifferences: Queries<Situation>['countDifferences'] = ({
  table,
  key,
  left,
  right,
  leftType,
  rightType,
  ranged,
}) => {
  const range = ranged ? `${quoteName(key)} > :from AND ${quoteName(key)} <= :to AND ` : '';
  return reading(
    `SELECT count(*) FROM ${quoteTable(table)} WHERE ${range}${distinctTypes(side(left), side(right), leftType, rightType)}`,
    { source, scans: [table] },
  );
};

/** One side of a comparison: its key as `k` and its columns as `c0`, `c1`, … */
const rowsOf = (table: string, key: string, columns: readonly string[], conditions: readonly string[]): string => {
  const list = [`${quoteName(key)} AS k`, ...columns.map((column, index) => `${quoteName(column)} AS c${index}`)];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `(SELECT ${list.join(', ')} FROM ${quoteTable(table)}${where})`;
};

/** Rows that stand on one side only count too, unless the second table keeps only rows that it already has. As `jsonb` every type can be compared. */
const countTableDifferences: Queries<Situation>['countTableDifferences'] = (sync) => {
  const { from, to, key, toKey, columns, label, onlyExisting = false, ranged = false } = sync;
  const labelled = label === undefined ? [] : [`${quoteName(label.column)} = ${sqlString(label.value)}`];
  const inRange = (column: string) => (ranged ? [`${quoteName(column)} > :from AND ${quoteName(column)} <= :to`] : []);
  const first = columns.map((column) => column.from);
  const second = columns.map((column) => column.to);
  return reading(
    `SELECT count(*) FROM ${rowsOf(from, key, first, inRange(key))} AS a
${onlyExisting ? 'JOIN' : 'FULL JOIN'} ${rowsOf(to, toKey, second, [...inRange(toKey), ...labelled])} AS b ON a.k = b.k
WHERE to_jsonb(a) IS DISTINCT FROM to_jsonb(b)`,
    { source, scans: [from, to] },
  );
};

/** Each value with its rows on either side, where the numbers differ. */
const distribution: Queries<Situation>['distribution'] = ({ table, left, right }) =>
  reading(
    `SELECT value, sum(l) AS "left", sum(r) AS "right"
FROM (SELECT ${side(left)}::text AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT ${side(right)}::text, 0, 1 FROM ${quoteTable(table)}) AS rows_of_both
GROUP BY value HAVING sum(l) <> sum(r) ORDER BY value`,
    { source, scans: [table] },
  );

export const parity = { countDifferences, countTableDifferences, distribution };
