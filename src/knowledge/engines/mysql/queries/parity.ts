import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { differ } from '../operations/row-expression.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import type { QuerySource } from './query-source.ts';

const name = /^(?:[\p{L}_$][\p{L}\d_$]*|`(?:[^`]|``)+`|<[^<>]*>)$/u;

/** A name as typed is quoted where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

const remark = 'compared byte by byte: letter case and trailing blanks count';

type Answers = Pick<Queries<Situation>, 'countDifferences' | 'countTableDifferences' | 'distribution'>;

/** Comparisons of two sides. NULL against NULL is equal here, NULL against a value is not. */
export const parityOf = (source: QuerySource): Answers => ({
  countDifferences: ({ table, key, left, right, ranged }) => {
    const range = ranged ? `${quoteName(key)} > :from AND ${quoteName(key)} <= :to AND ` : '';
    return reading(
      `SELECT count(*) AS differences FROM ${quoteTable(table)} WHERE ${range}${differ(side(left), side(right))}`,
      { source: source('comparison'), scans: [table], remark },
    );
  },

  /** Rows that stand on one side only count too, unless the second table keeps only rows that it already has. */
  countTableDifferences: ({ from, to, key, toKey, columns, label, onlyExisting = false, ranged = false }) => {
    const labelled = label === undefined ? [] : [`b.${quoteName(label.column)} = ${sqlString(label.value)}`];
    const inRange = (column: string) => (ranged ? [`${column} > :from AND ${column} <= :to`] : []);
    const where = (conditions: readonly string[]) =>
      conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    const [left, right] = [`a.${quoteName(key)}`, `b.${quoteName(toKey)}`];
    const differs = columns.map((pair) => differ(`a.${quoteName(pair.from)}`, `b.${quoteName(pair.to)}`)).join(' OR ');
    const both = `SELECT count(*) FROM ${quoteTable(from)} AS a JOIN ${quoteTable(to)} AS b ON ${[`${left} = ${right}`, ...labelled].join(' AND ')}${where([...inRange(left), `(${differs === '' ? 'FALSE' : differs})`])}`;
    const missing = `SELECT count(*) FROM ${quoteTable(from)} AS a${where([...inRange(left), `NOT EXISTS (SELECT 1 FROM ${quoteTable(to)} AS b WHERE ${[`${left} = ${right}`, ...labelled].join(' AND ')})`])}`;
    const extra = `SELECT count(*) FROM ${quoteTable(to)} AS b${where([...inRange(right), ...labelled, `NOT EXISTS (SELECT 1 FROM ${quoteTable(from)} AS a WHERE ${left} = ${right})`])}`;
    return reading(onlyExisting ? both : `SELECT (${both})\n  + (${missing})\n  + (${extra}) AS differences`, {
      source: source('comparison'),
      scans: [from, to],
      remark,
    });
  },

  /** Each value with its rows on either side, where the numbers differ. */
  distribution: ({ table, left, right }) =>
    reading(
      `SELECT value, SUM(l) AS left_rows, SUM(r) AS right_rows
FROM (SELECT CAST(${side(left)} AS CHAR) AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT CAST(${side(right)} AS CHAR), 0, 1 FROM ${quoteTable(table)}) AS rows_of_both
GROUP BY value HAVING SUM(l) <> SUM(r) ORDER BY value`,
      { source: source('comparison'), scans: [table] },
    ),
});
