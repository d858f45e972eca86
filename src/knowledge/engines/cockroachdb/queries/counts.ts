import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { distinctTypes } from '../../postgresql/equality.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const select = 'select-clause';

const noneNull = (columns: readonly string[], alias = ''): string =>
  columns.map((column) => `${alias}${quoteName(column)} IS NOT NULL`).join(' AND ');

const counting = (table: string, where?: string) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
    page: select,
    scans: true,
  });

const name = /^(?:[\p{L}_][\p{L}\d_$]*|"(?:[^"]|"")+"|<[^<>]*>)$/u;

/** A name as typed is quoted where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

/** One side of a comparison: its key as `k` and its columns as `c0`, `c1`, … */
const rowsOf = (table: string, key: string, columns: readonly string[], conditions: readonly string[]): string => {
  const list = [`${quoteName(key)} AS k`, ...columns.map((column, index) => `${quoteName(column)} AS c${index}`)];
  return `(SELECT ${list.join(', ')} FROM ${quoteTable(table)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''})`;
};

export const counts = {
  countRows: ({ table, where }) => counting(table, where),
  countNulls: ({ table, column }) => counting(table, `${quoteName(column)} IS NULL`),
  /** A check lets a row pass whose expression is NULL. */
  countViolations: ({ table, expression }) => counting(table, `(${expression}) IS FALSE`),
  /** A foreign key asks nothing of a row in which one of its columns is NULL. */
  countOrphans: ({ table, columns, references, referencedColumns }) =>
    reading(
      `SELECT count(*) FROM ${quoteTable(table)} AS c
WHERE ${noneNull(columns, 'c.')} AND NOT EXISTS (SELECT 1 FROM ${quoteTable(references)} AS p WHERE ${columns
        .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
        .join(' AND ')})`,
      { page: 'foreign-key', scans: true },
    ),
  /** NULLs are equal to nothing, so they never stand in the way of a unique index. */
  countDuplicates: ({ table, columns }) =>
    reading(
      `SELECT count(*) FROM (SELECT 1 FROM ${quoteTable(table)} WHERE ${noneNull(columns)}
GROUP BY ${columns.map(quoteName).join(', ')} HAVING count(*) > 1) AS twice`,
      { page: 'unique', scans: true },
    ),
  longestValue: ({ table, column }) =>
    reading(`SELECT max(length(${quoteName(column)}::STRING)) FROM ${quoteTable(table)}`, {
      page: select,
      scans: true,
    }),
  /** NULL against NULL is equal here, NULL against a value is not. */
  countDifferences: ({ table, key, left, right, leftType, rightType, ranged }) =>
    counting(
      table,
      `${ranged ? `${quoteName(key)} > :from AND ${quoteName(key)} <= :to AND ` : ''}${distinctTypes(side(left), side(right), leftType, rightType)}`,
    ),
  /** Rows that stand on one side only count too, unless the second table keeps only rows that it already has. */
  countTableDifferences: ({ from, to, key, toKey, columns, label, onlyExisting = false, ranged = false }) => {
    const labelled = label === undefined ? [] : [`${quoteName(label.column)} = ${sqlString(label.value)}`];
    const inRange = (column: string) =>
      ranged ? [`${quoteName(column)} > :from AND ${quoteName(column)} <= :to`] : [];
    const differs = columns.map((_, index) => `a.c${index} IS DISTINCT FROM b.c${index}`);
    return reading(
      `SELECT count(*) FROM ${rowsOf(
        from,
        key,
        columns.map((column) => column.from),
        inRange(key),
      )} AS a
${onlyExisting ? 'JOIN' : 'FULL JOIN'} ${rowsOf(
        to,
        toKey,
        columns.map((column) => column.to),
        [...inRange(toKey), ...labelled],
      )} AS b ON a.k = b.k
WHERE a.k IS DISTINCT FROM b.k OR ${differs.join(' OR ')}`,
      { page: 'joins', scans: true },
    );
  },
  /** Each value with its rows on either side, where the numbers differ. */
  distribution: ({ table, left, right }) =>
    reading(
      `SELECT value, sum(l) AS "left", sum(r) AS "right"
FROM (SELECT ${side(left)}::STRING AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT ${side(right)}::STRING, 0, 1 FROM ${quoteTable(table)}) AS rows_of_both
GROUP BY value HAVING sum(l) <> sum(r) ORDER BY value`,
      { page: select, scans: true },
    ),
} satisfies Partial<Queries<Situation>>;
