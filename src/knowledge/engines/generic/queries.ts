import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';

/** A question to the database in words. Reading is known to change nothing; how much it costs is not known. */
const ask = (text: string, about: string): Statement => ({
  text,
  language: 'text',
  effect: { locks: [], blocks: 'unconfirmed', work: 'unconfirmed', transaction: 'any' },
  source: unconfirmed(`How is that asked on this engine, and does reading ${about} hold up its writers?`),
  deltas: [],
});

/** Every check as a person would say it. */
export const queries: Queries<Situation> = {
  countDifferences: ({ table, key, left, right, ranged }) =>
    ask(
      `Count the rows of ${table}${ranged ? ` with ${key} above :from and up to :to` : ''} where ${left} and ${right} differ; NULL against a value counts, NULL against NULL does not.`,
      table,
    ),
  countTableDifferences: ({ from, to, key, toKey, columns, onlyExisting, ranged }) =>
    ask(
      `Join ${from} and ${to} by ${key} = ${toKey}${ranged ? ', above :from and up to :to,' : ''} and count the rows ${onlyExisting ? 'of both' : 'that stand on one side only or'} that differ in ${columns.map((column) => `${column.from} and ${column.to}`).join(', ')}.`,
      from,
    ),
  countNulls: ({ table, column }) => ask(`Count the rows of ${table} in which ${column} is NULL.`, table),
  countRows: ({ table, where }) =>
    ask(`Count the rows of ${table}${where === undefined ? '' : ` where ${where}`}.`, table),
  countOrphans: ({ table, columns, references, referencedColumns }) =>
    ask(
      `Count the rows of ${table} whose ${columns.join(', ')} is not NULL and not found in ${references} (${referencedColumns.join(', ')}).`,
      table,
    ),
  countDuplicates: ({ table, columns }) =>
    ask(
      `Count the values of ${columns.join(', ')} that stand in more than one row of ${table}, leaving out NULL.`,
      table,
    ),
  countViolations: ({ table, expression }) =>
    ask(`Count the rows of ${table} for which this is false: ${expression}`, table),
  dependents: ({ table, column }) =>
    ask(
      `List the views, functions, triggers, foreign keys, jobs and rights that name ${column === undefined ? table : `${[column].flat().join(', ')} of ${table}`}.`,
      table,
    ),
  describeTable: ({ table }) =>
    ask(`Show the definition of ${table} with its columns, defaults, keys, indexes, constraints and triggers.`, table),
  indexUse: ({ table, index }) => ask(`Show how often ${index} of ${table} was read since when, on every node.`, table),
  columnUse: ({ table, column }) =>
    ask(
      `List the statements that name ${column} of ${table} or read all its columns, with how often they ran since when, on every node.`,
      table,
    ),
  longestValue: ({ table, column }) => ask(`Show the length of the longest value of ${column} in ${table}.`, table),
  distribution: ({ table, left, right }) =>
    ask(
      `For each value, count the rows of ${table} by ${left} and by ${right}, and list where the counts differ.`,
      table,
    ),
  sequenceHeadroom: ({ table, column }) =>
    ask(
      `Show the last number given to ${column} of ${table} and the highest that the column and its counter can hold.`,
      table,
    ),
  tableSize: ({ table }) =>
    ask(`Show the size of ${table} with and without its indexes, and about how many rows it has.`, table),
  routineDefinition: ({ kind, name }) =>
    ask(`Show the definition of the ${kind} ${name} and keep it: it is the way back.`, name),
  extensionVersions: ({ extension }) =>
    ask(`List the versions of ${extension} that are at hand and the one that is installed.`, extension),
  streamSettings: ({ publication }) =>
    ask(`Show the settings that ${publication} needs, and which of them ask for a restart.`, 'settings'),
};
