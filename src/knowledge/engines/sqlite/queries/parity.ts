import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('lang_expr#isisnot');
const scans = true;

const name = /^(?:[\p{L}_][\p{L}\d_$]*|"(?:[^"]|"")+"|<[^<>]*>)$/u;

/** A name as typed is quoted where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

const between = (column: string): string => `${quoteName(column)} > :from AND ${quoteName(column)} <= :to`;

/** NULL against NULL is equal here, NULL against a value is not. */
const countDifferences: Queries<Situation>['countDifferences'] = ({ table, key, left, right, ranged }) =>
  reading(
    `SELECT count(*) FROM ${quoteTable(table)} WHERE ${ranged ? `${between(key)} AND ` : ''}${side(left)} IS NOT ${side(right)}`,
    { source, scans },
  );

/** One side of a comparison: its key as `k` and its columns as `c0`, `c1`, … */
const rowsOf = (table: string, key: string, columns: readonly string[], conditions: readonly string[]): string => {
  const list = [`${quoteName(key)} AS k`, ...columns.map((column, index) => `${quoteName(column)} AS c${index}`)];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `(SELECT ${list.join(', ')} FROM ${quoteTable(table)}${where})`;
};

/** Rows of one side only count too; there is no FULL JOIN before 3.39, so they are counted apart. */
const countTableDifferences: Queries<Situation>['countTableDifferences'] = (sync) => {
  const { from, to, key, toKey, columns, label, onlyExisting = false, ranged = false } = sync;
  const labelled = label === undefined ? [] : [`${quoteName(label.column)} = ${sqlString(label.value)}`];
  const first = rowsOf(
    from,
    key,
    columns.map((column) => column.from),
    ranged ? [between(key)] : [],
  );
  const second = rowsOf(
    to,
    toKey,
    columns.map((column) => column.to),
    [...(ranged ? [between(toKey)] : []), ...labelled],
  );
  const differs = columns.map((_, index) => `a.c${index} IS NOT b.c${index}`);
  const here = onlyExisting ? differs : ['b.k IS NULL', ...differs];
  const there = onlyExisting
    ? ''
    : `\n  + (SELECT count(*) FROM ${second} AS b LEFT JOIN ${first} AS a ON a.k = b.k WHERE a.k IS NULL)`;
  return reading(
    `SELECT (SELECT count(*) FROM ${first} AS a ${onlyExisting ? 'JOIN' : 'LEFT JOIN'} ${second} AS b ON a.k = b.k WHERE ${here.join(' OR ') || '0'})${there} AS differences`,
    { source, scans },
  );
};

/** Each value with its rows on either side, where the numbers differ. */
const distribution: Queries<Situation>['distribution'] = ({ table, left, right }) =>
  reading(
    `SELECT value, sum(l) AS left_rows, sum(r) AS right_rows
FROM (SELECT ${side(left)} AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT ${side(right)}, 0, 1 FROM ${quoteTable(table)})
GROUP BY value HAVING sum(l) <> sum(r) ORDER BY value`,
    { source, scans },
  );

export const parity = { countDifferences, countTableDifferences, distribution };
