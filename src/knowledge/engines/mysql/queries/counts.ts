import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { orphansOf } from '../operations/add-foreign-key.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import type { QuerySource } from './query-source.ts';

type Answers = Pick<
  Queries<Situation>,
  'countRows' | 'countNulls' | 'countOrphans' | 'countDuplicates' | 'countViolations' | 'longestValue'
>;

/** One number each. */
export const countsOf = (source: QuerySource): Answers => ({
  countRows: ({ table, where }) =>
    reading(`SELECT count(*) FROM ${quoteTable(table)}${where === undefined ? '' : ` WHERE ${where}`}`, {
      source: source('comparison'),
      scans: [table],
    }),

  countNulls: ({ table, column }) =>
    reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE ${quoteName(column)} IS NULL`, {
      source: source('comparison'),
      scans: [table],
    }),

  countOrphans: (key) =>
    reading(orphansOf(key), { source: source('foreign keys'), scans: [key.table, key.references] }),

  /** NULLs are equal to nothing, so they never stand in the way of a unique index; letter case may be. */
  countDuplicates: ({ table, columns }) =>
    reading(
      `SELECT count(*) FROM (SELECT 1 FROM ${quoteTable(table)} WHERE ${columns.map((column) => `${quoteName(column)} IS NOT NULL`).join(' AND ')}
GROUP BY ${columns.map(quoteName).join(', ')} HAVING count(*) > 1) AS twice`,
      {
        source: source('indexes'),
        scans: [table],
        remark: 'equal is what the collation of the column calls equal, as the index will',
      },
    ),

  /** A check lets a row pass whose expression is NULL. */
  countViolations: ({ table, expression }) =>
    reading(`SELECT count(*) FROM ${quoteTable(table)} WHERE (${expression}) IS FALSE`, {
      source: source('checks'),
      scans: [table],
    }),

  longestValue: ({ table, column }) =>
    reading(
      `SELECT MAX(CHAR_LENGTH(${quoteName(column)})) AS longest, MIN(${quoteName(column)}) AS least, MAX(${quoteName(column)}) AS greatest FROM ${quoteTable(table)}`,
      { source: source('comparison'), scans: [table] },
    ),
});
