import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual, pages } from '../manual.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { isComparable } from '../type-name.ts';

const source = inManual('sqlrf/COUNT.html');
const nullsEqual = inManual('sqlrf/DECODE.html');

const countRows: Queries<Situation>['countRows'] = ({ table, where }) =>
  reading(`SELECT COUNT(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
    source,
    scans: [table],
  });

/** The empty string is NULL, so it is counted too. */
const countNulls: Queries<Situation>['countNulls'] = ({ table, column }) =>
  reading(`SELECT COUNT(*) FROM ${quoteTable(table)} WHERE ${quoteName(column)} IS NULL`, { source, scans: [table] });

/** A foreign key asks nothing of a row in which one of its columns is NULL. */
const countOrphans: Queries<Situation>['countOrphans'] = ({ table, columns, references, referencedColumns }) => {
  const present = columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
  const joined = columns
    .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
    .join(' AND ');
  return reading(
    `SELECT COUNT(*) FROM ${quoteTable(table)} c
WHERE ${present} AND NOT EXISTS (SELECT 1 FROM ${quoteTable(references)} p WHERE ${joined})`,
    { source: inManual(pages.constraint), scans: [table, references] },
  );
};

/** Rows whose columns are all NULL are no duplicates: they stand in no index. */
const countDuplicates: Queries<Situation>['countDuplicates'] = ({ table, columns }) => {
  const list = columns.map(quoteName);
  const some = list.map((column) => `${column} IS NOT NULL`).join(' OR ');
  return reading(
    `SELECT COUNT(*) FROM (SELECT ${list.join(', ')} FROM ${quoteTable(table)} WHERE ${some} GROUP BY ${list.join(', ')} HAVING COUNT(*) > 1)`,
    { source: inManual(pages.createIndex), scans: [table] },
  );
};

/** A check lets a row pass whose expression is NULL, and so does this. */
const countViolations: Queries<Situation>['countViolations'] = ({ table, expression }) =>
  reading(`SELECT COUNT(*) FROM ${quoteTable(table)} WHERE NOT (${expression})`, {
    source: inManual(pages.constraint),
    scans: [table],
  });

const longestValue: Queries<Situation>['longestValue'] = ({ table, column }) =>
  reading(
    `SELECT MAX(LENGTHB(${quoteName(column)})) AS bytes, MAX(LENGTH(${quoteName(column)})) AS characters FROM ${quoteTable(table)}`,
    { source: inManual('sqlrf/LENGTH.html'), scans: [table], remark: 'a length without CHAR counts bytes' },
  );

/** SQL*Plus asks for the two bounds; in quotes they serve keys of any type. */
const inRange = (column: string) => `${column} > '&low' AND ${column} <= '&high'`;

const name = /^(?:\p{L}[\p{L}\d_$#]*|"[^"]*"|<[^<>]*>)$/u;

/** A name as typed is quoted where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

/** NULL against NULL is equal here, NULL against a value is not. */
const differing = (left: string, right: string, type?: string): string =>
  isComparable(type)
    ? `DECODE(${left}, ${right}, 0, 1) = 1`
    : `(DBMS_LOB.COMPARE(${left}, ${right}) <> 0 OR ${left} IS NULL AND ${right} IS NOT NULL OR ${left} IS NOT NULL AND ${right} IS NULL)`;

const countDifferences: Queries<Situation>['countDifferences'] = (args) => {
  const { table, key, left, right, leftType, rightType, ranged } = args;
  const type = isComparable(leftType) ? rightType : leftType;
  return reading(
    `SELECT COUNT(*) FROM ${quoteTable(table)} WHERE ${ranged ? `${inRange(quoteName(key))} AND ` : ''}${differing(side(left), side(right), type)}`,
    { source: nullsEqual, scans: [table] },
  );
};

/** One side of a comparison: its key as `k` and its columns as `c0`, `c1`, … */
const rowsOf = (table: string, key: string, columns: readonly string[], conditions: readonly string[]): string => {
  const list = [`${quoteName(key)} AS k`, ...columns.map((column, index) => `${quoteName(column)} AS c${index}`)];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `(SELECT ${list.join(', ')} FROM ${quoteTable(table)}${where})`;
};

/** Rows that stand on one side only count too, unless the second table keeps only rows that it already has. */
const countTableDifferences: Queries<Situation>['countTableDifferences'] = (sync) => {
  const { from, to, key, toKey, columns, label, onlyExisting = false, ranged = false } = sync;
  const labelled = label === undefined ? [] : [`${quoteName(label.column)} = ${sqlString(label.value)}`];
  const range = (column: string) => (ranged ? [inRange(quoteName(column))] : []);
  const [first, second] = [columns.map((column) => column.from), columns.map((column) => column.to)];
  const differences = columns.map((_, index) => differing(`a.c${index}`, `b.c${index}`));
  const missing = onlyExisting ? [] : ['a.k IS NULL', 'b.k IS NULL'];
  return reading(
    `SELECT COUNT(*) FROM ${rowsOf(from, key, first, range(key))} a
${onlyExisting ? 'JOIN' : 'FULL OUTER JOIN'} ${rowsOf(to, toKey, second, [...range(toKey), ...labelled])} b ON a.k = b.k
WHERE ${[...missing, ...differences].join(' OR ')}`,
    {
      source: nullsEqual,
      scans: [from, to],
      remark: 'a LOB column is compared by DBMS_LOB.COMPARE in place of DECODE',
    },
  );
};

/** Each value with its rows on either side, where the numbers differ. */
const distribution: Queries<Situation>['distribution'] = ({ table, left, right }) =>
  reading(
    `SELECT value, SUM(l) AS rows_left, SUM(r) AS rows_right
FROM (SELECT TO_CHAR(${side(left)}) AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT TO_CHAR(${side(right)}), 0, 1 FROM ${quoteTable(table)})
GROUP BY value HAVING SUM(l) <> SUM(r) ORDER BY value`,
    { source, scans: [table] },
  );

export const counts = {
  countRows,
  countNulls,
  countOrphans,
  countDuplicates,
  countViolations,
  longestValue,
  countDifferences,
  countTableDifferences,
  distribution,
};
