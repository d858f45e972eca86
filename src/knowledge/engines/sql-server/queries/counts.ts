import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual, pages } from '../manual.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('t-sql/functions/count-big-transact-sql');
const present = (columns: readonly string[], alias: string): string =>
  columns.map((column) => `${alias}${quoteName(column)} IS NOT NULL`).join(' AND ');

const countRows: Queries<Situation>['countRows'] = ({ table, where }) =>
  reading(`SELECT COUNT_BIG(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
    source,
    scans: [table],
  });

const countNulls: Queries<Situation>['countNulls'] = ({ table, column }) =>
  reading(`SELECT COUNT_BIG(*) FROM ${quoteTable(table)} WHERE ${quoteName(column)} IS NULL`, {
    source,
    scans: [table],
  });

/** A foreign key asks nothing of a row in which one of its columns is NULL. */
const countOrphans: Queries<Situation>['countOrphans'] = ({ table, columns, references, referencedColumns }) => {
  const joined = columns
    .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
    .join(' AND ');
  return reading(
    `SELECT COUNT_BIG(*) FROM ${quoteTable(table)} AS c
WHERE ${present(columns, 'c.')} AND NOT EXISTS (SELECT 1 FROM ${quoteTable(references)} AS p WHERE ${joined})`,
    { source: inManual('relational-databases/tables/primary-and-foreign-key-constraints'), scans: [table, references] },
  );
};

/** NULL is one value to a unique index: a second row with it stands in the way, as GROUP BY sees it. */
const countDuplicates: Queries<Situation>['countDuplicates'] = ({ table, columns }) => {
  const list = columns.map(quoteName).join(', ');
  return reading(
    `SELECT COUNT_BIG(*) FROM (SELECT ${list} FROM ${quoteTable(table)} GROUP BY ${list} HAVING COUNT_BIG(*) > 1) AS twice`,
    { source: inManual(pages.createIndex), scans: [table] },
  );
};

/** A check lets a row pass whose expression is NULL, and so does this. */
const countViolations: Queries<Situation>['countViolations'] = ({ table, expression }) =>
  reading(`SELECT COUNT_BIG(*) FROM ${quoteTable(table)} WHERE NOT (${expression})`, {
    source: inManual('relational-databases/tables/unique-constraints-and-check-constraints'),
    scans: [table],
  });

const longestValue: Queries<Situation>['longestValue'] = ({ table, column }) =>
  reading(
    `SELECT MAX(DATALENGTH(${quoteName(column)})) AS bytes, MAX(LEN(CAST(${quoteName(column)} AS nvarchar(max)))) AS characters FROM ${quoteTable(table)}`,
    { source: inManual('t-sql/functions/datalength-transact-sql'), scans: [table] },
  );

const comparison = inManual('t-sql/language-elements/set-operators-except-and-intersect-transact-sql');
const inRange = (column: string) => `${quoteName(column)} > '$(from)' AND ${quoteName(column)} <= '$(to)'`;

const name = /^(?:[\p{L}_][\p{L}\d_$#@]*|\[(?:[^\]]|\]\])+\]|"(?:[^"]|"")*"|<[^<>]*>)$/u;

/** A name as typed is bracketed where it must be; anything longer is an expression of the person and stays as it is. */
const side = (typed: string): string => (name.test(typed.trim()) ? quoteName(typed) : `(${typed})`);

/** NULL against NULL is equal here, NULL against a value is not. */
const countDifferences: Queries<Situation>['countDifferences'] = ({ table, key, left, right, ranged }) =>
  reading(
    `SELECT COUNT_BIG(*) FROM ${quoteTable(table)} WHERE ${ranged ? `${inRange(key)} AND ` : ''}EXISTS (SELECT ${side(left)} EXCEPT SELECT ${side(right)})`,
    { source: comparison, scans: [table] },
  );

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
  const range = (column: string) => (ranged ? [inRange(column)] : []);
  const list = (alias: string) => columns.map((_, index) => `${alias}.c${index}`).join(', ');
  const missing = onlyExisting ? [] : ['a.k IS NULL', 'b.k IS NULL'];
  const [first, second] = [columns.map((column) => column.from), columns.map((column) => column.to)];
  return reading(
    `SELECT COUNT_BIG(*) FROM ${rowsOf(from, key, first, range(key))} AS a
${onlyExisting ? 'JOIN' : 'FULL JOIN'} ${rowsOf(to, toKey, second, [...range(toKey), ...labelled])} AS b ON a.k = b.k
WHERE ${[...missing, `EXISTS (SELECT ${list('a')} EXCEPT SELECT ${list('b')})`].join(' OR ')}`,
    { source: comparison, scans: [from, to] },
  );
};

/** Each value with its rows on either side, where the numbers differ. */
const distribution: Queries<Situation>['distribution'] = ({ table, left, right }) =>
  reading(
    `SELECT value, SUM(l) AS rows_left, SUM(r) AS rows_right
FROM (SELECT CAST(${side(left)} AS nvarchar(4000)) AS value, 1 AS l, 0 AS r FROM ${quoteTable(table)}
      UNION ALL SELECT CAST(${side(right)} AS nvarchar(4000)), 0, 1 FROM ${quoteTable(table)}) AS rows_of_both
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
