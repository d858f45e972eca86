import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('lang_aggfunc');
const scans = true;

const noneNull = (columns: readonly string[], alias = ''): string =>
  columns.map((column) => `${alias}${quoteName(column)} IS NOT NULL`).join(' AND ');

const countRows: Queries<Situation>['countRows'] = ({ table, where }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
    source,
    scans,
  });

const countNulls: Queries<Situation>['countNulls'] = ({ table, column }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE ${quoteName(column)} IS NULL`, { source, scans });

/** A foreign key asks nothing of a row in which one of its columns is NULL. */
const countOrphans: Queries<Situation>['countOrphans'] = ({ table, columns, references, referencedColumns }) => {
  const joined = columns
    .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
    .join(' AND ');
  return reading(
    `SELECT count(*) FROM ${quoteTable(table)} AS c
WHERE ${noneNull(columns, 'c.')} AND NOT EXISTS (SELECT 1 FROM ${quoteTable(references)} AS p WHERE ${joined})`,
    { source: inManual('foreignkeys'), scans },
  );
};

/** NULLs are equal to nothing, so they never stand in the way of a unique index. */
const countDuplicates: Queries<Situation>['countDuplicates'] = ({ table, columns }) =>
  reading(
    `SELECT count(*) FROM (SELECT 1 FROM ${quoteTable(table)} WHERE ${noneNull(columns)}
GROUP BY ${columns.map(quoteName).join(', ')} HAVING count(*) > 1)`,
    { source: inManual('lang_createindex#unique_indexes'), scans },
  );

/** A check lets a row pass whose expression is NULL. */
const countViolations: Queries<Situation>['countViolations'] = ({ table, expression }) =>
  reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE NOT (${expression})`, {
    source: inManual('lang_createtable#check_constraints'),
    scans,
  });

const longestValue: Queries<Situation>['longestValue'] = ({ table, column }) =>
  reading(
    `SELECT typeof(${quoteName(column)}) AS kind, count(*) AS rows_of_it, max(length(${quoteName(column)})) AS longest FROM ${quoteTable(table)} GROUP BY 1`,
    { source: inManual('lang_corefunc#typeof'), scans, remark: 'any column can hold any type, whatever it declares' },
  );

export const counts = { countRows, countNulls, countOrphans, countDuplicates, countViolations, longestValue };
