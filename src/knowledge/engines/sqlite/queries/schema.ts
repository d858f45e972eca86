import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { bareName, quoteName, quoteTable, sameName, schemaTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

const source = inManual('schematab');

const describeTable: Queries<Situation>['describeTable'] = ({ table }) =>
  reading(
    `SELECT type, name, sql FROM ${schemaTable(table)} WHERE ${sameName('tbl_name', table)} ORDER BY type, name`,
    {
      source,
      remark: 'keep the answer: a rebuild, there and back, is written from it',
    },
  );

/** A word of a name between anything that cannot be part of one. SQLite has no pattern for that, so a longer name that holds it is found too. */
const names = (column: string, name: string): string =>
  `${column} LIKE ${sqlString(`%${bareName(name).replaceAll(/[%_\\]/g, (sign) => `\\${sign}`)}%`)} ESCAPE '\\'`;

/** Everything in the file whose text names the table and the column. What programs say outside is not in it. */
const dependents: Queries<Situation>['dependents'] = ({ table, column }) => {
  const columns = column === undefined ? [] : [column].flat();
  const named = columns.map((one) => names('sql', one)).join(' OR ');
  return reading(
    `SELECT type, name, tbl_name, sql FROM ${schemaTable(table)}
WHERE ${names('sql', table)}${named === '' ? '' : ` AND (${named})`} ORDER BY type, name`,
    { source, remark: 'longer names that hold these letters are listed too' },
  );
};

/** SQLite counts no use of an index. */
const indexUse: Queries<Situation>['indexUse'] = ({ table, index }) =>
  reading(
    `SELECT i.name, i."unique", i.origin, i.partial, (SELECT group_concat(name, ', ') FROM pragma_index_info(i.name)) AS columns
FROM pragma_index_list(${sqlString(bareName(table))}) AS i WHERE ${sameName('i.name', index)}`,
    {
      source: inManual('pragma#pragma_index_list'),
      remark:
        'its reads are not counted: run EXPLAIN QUERY PLAN for each read of the application; origin u or pk belongs to the table',
    },
  );

const sequenceHeadroom: Queries<Situation>['sequenceHeadroom'] = ({ table, column }) =>
  reading(
    `SELECT max(${quoteName(column)}) AS last, 9223372036854775807 AS greatest, 9223372036854775807 - max(${quoteName(column)}) AS room FROM ${quoteTable(table)}`,
    { source: inManual('autoinc'), remark: 'programs that keep it in 32 bits end at 2147483647' },
  );

/** The size of one table needs an extension that most builds lack; the file's is always known. */
const tableSize: Queries<Situation>['tableSize'] = ({ table }) =>
  reading(
    `SELECT (SELECT count(*) FROM ${quoteTable(table)}) AS rows_of_it, page_count * page_size AS bytes_of_file, freelist_count * page_size AS bytes_free
FROM pragma_page_count, pragma_page_size, pragma_freelist_count`,
    {
      source: inManual('pragma#pragma_page_count'),
      scans: true,
      remark: 'a rebuild needs the table once more in the file',
    },
  );

const routineDefinition: Queries<Situation>['routineDefinition'] = ({ kind, name }) =>
  kind === 'function'
    ? undefined
    : reading(`SELECT sql FROM ${schemaTable(name)} WHERE type = ${sqlString(kind)} AND ${sameName('name', name)}`, {
        source,
        remark: 'keep the answer: it is the way back',
      });

/** Extensions belong to the program, not to the file; streams do not exist; no statement is counted. */
export const schema = {
  describeTable,
  dependents,
  indexUse,
  sequenceHeadroom,
  tableSize,
  routineDefinition,
  columnUse: () => undefined,
  extensionVersions: () => undefined,
  streamSettings: () => undefined,
};
