import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { Statement } from '#model/statement.ts';
import { countsIn } from '../../warehouses/queries.ts';
import { alone } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';

const { quoting } = dialect;
const ask = (table: string, text: string, page: string, remark?: string): Statement =>
  alone(dialect, text, {
    table,
    claim: 'reads',
    source: inManual(page),
    ...(remark === undefined ? {} : { remark }),
  });

/** Database and name of a table as values. */
export const named = (table: string): string => {
  const schema = quoting.schema(table);
  return `database = ${schema === undefined ? 'currentDatabase()' : quoting.text(schema)} AND table = ${quoting.text(quoting.bare(table))}`;
};

const mentions = (expression: string, name: string): string =>
  `positionCaseInsensitive(${expression}, ${quoting.text(quoting.bare(name))}) > 0`;

/** Questions that change nothing. */
export const queries: Queries<Situation> = {
  ...countsIn(dialect),
  dependents: ({ table, column }) =>
    ask(
      table,
      `SELECT database, name, engine, create_table_query FROM system.tables
WHERE name <> ${quoting.text(quoting.bare(table))} AND ${mentions('create_table_query', table)}`,
      'operations/system-tables/tables',
      column === undefined
        ? 'views, materialized views, Distributed tables and dictionaries'
        : `views, materialized views, Distributed tables and dictionaries: read each for ${[column].flat().join(', ')} and for SELECT *; a materialized view that names it makes inserts fail`,
    ),
  describeTable: ({ table }) =>
    ask(table, `SHOW CREATE TABLE ${quoting.table(table)}`, 'sql-reference/statements/show'),
  indexUse: ({ table, index }) =>
    ask(
      table,
      `SELECT name, type_full, expr, granularity, data_compressed_bytes FROM system.data_skipping_indices WHERE ${named(table)} AND name = ${quoting.text(index)}`,
      'operations/system-tables/data_skipping_indices',
      'uses are not counted: EXPLAIN indexes = 1 of the hottest reads shows whether it skips granules',
    ),
  columnUse: ({ table, column }) =>
    ask(
      table,
      `SELECT user, query_kind, count() AS times, max(event_time) AS last_time FROM system.query_log
WHERE event_date > today() - 14 AND type = 'QueryFinish' AND has(columns, concat(${quoting.schema(table) === undefined ? 'currentDatabase()' : quoting.text(quoting.schema(table) ?? '')}, ${quoting.text(`.${quoting.bare(table)}.${quoting.bare(column)}`)}))
GROUP BY user, query_kind ORDER BY times DESC`,
      'operations/system-tables/query_log',
      'of the server that answers: ask each replica, or read through clusterAllReplicas',
    ),
  tableSize: ({ table }) =>
    ask(
      table,
      `SELECT sum(rows), formatReadableSize(sum(bytes_on_disk)), count() AS parts FROM system.parts WHERE active AND ${named(table)}`,
      'operations/system-tables/parts',
    ),
  routineDefinition: ({ kind, name }) =>
    kind === 'function'
      ? ask(
          name,
          `SELECT create_query FROM system.functions WHERE name = ${quoting.text(quoting.bare(name))}`,
          'operations/system-tables/functions',
        )
      : ask(name, `SHOW CREATE TABLE ${quoting.table(name)}`, 'sql-reference/statements/show'),
};
