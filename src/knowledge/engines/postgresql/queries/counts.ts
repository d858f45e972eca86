import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('functions-aggregate');
const noneNull = (columns: readonly string[], alias = ''): string =>
  columns.map((column) => `${alias}${quoteName(column)} IS NOT NULL`).join(' AND ');

const countRows: Queries<Situation>['countRows'] = ({ table, where }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
    source,
    scans: [table],
  });

const countNulls: Queries<Situation>['countNulls'] = ({ table, column }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE ${quoteName(column)} IS NULL`, { source, scans: [table] });

/** A foreign key asks nothing of a row in which one of its columns is NULL. */
const countOrphans: Queries<Situation>['countOrphans'] = ({ table, columns, references, referencedColumns }) => {
  const joined = columns
    .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
    .join(' AND ');
  return reading(
    `SELECT count(*) FROM ${quoteTable(table)} AS c
WHERE ${noneNull(columns, 'c.')} AND NOT EXISTS (SELECT FROM ${quoteTable(references)} AS p WHERE ${joined})`,
    { source: inManual('ddl-constraints#DDL-CONSTRAINTS-FK'), scans: [table, references] },
  );
};

/** NULLs are equal to nothing, so they never stand in the way of a unique index. */
const countDuplicates: Queries<Situation>['countDuplicates'] = ({ table, columns }) =>
  reading(
    `SELECT count(*) FROM (SELECT FROM ${quoteTable(table)} WHERE ${noneNull(columns)}
GROUP BY ${columns.map(quoteName).join(', ')} HAVING count(*) > 1) AS twice`,
    { source: inManual('indexes-unique'), scans: [table] },
  );

/** A check lets a row pass whose expression is NULL. */
const countViolations: Queries<Situation>['countViolations'] = ({ table, expression }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE (${expression}) IS FALSE`, {
    source: inManual('ddl-constraints#DDL-CONSTRAINTS-CHECK-CONSTRAINTS'),
    scans: [table],
  });

const longestValue: Queries<Situation>['longestValue'] = ({ table, column }) =>
  reading(`SELECT max(length(${quoteName(column)}::text)) FROM ${quoteTable(table)}`, {
    source: inManual('functions-string'),
    scans: [table],
  });

export const counts = { countRows, countNulls, countOrphans, countDuplicates, countViolations, longestValue };
