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

const like = (name: string): string => quoting.text(`%${quoting.bare(name)}%`);
const upper = (name: string): string => quoting.text(quoting.bare(name).toUpperCase());

/** Questions that change nothing. */
export const queries: Queries<Situation> = {
  ...countsIn(dialect),
  dependents: ({ table, column }) =>
    ask(
      table,
      `SELECT referencing_database, referencing_schema, referencing_object_name, referencing_object_domain
FROM SNOWFLAKE.ACCOUNT_USAGE.OBJECT_DEPENDENCIES WHERE referenced_object_name ILIKE ${quoting.text(quoting.bare(table))}
UNION ALL
SELECT stream_catalog, stream_schema, stream_name, 'STREAM'
FROM SNOWFLAKE.ACCOUNT_USAGE.STREAMS WHERE deleted IS NULL AND table_name ILIKE ${like(table)}`,
      'sql-reference/account-usage/object_dependencies',
      column === undefined
        ? 'up to 3 h behind; tasks and dynamic tables too: SHOW TASKS, SHOW DYNAMIC TABLES'
        : `up to 3 h behind; whole objects: read each for ${[column].flat().join(', ')} and for SELECT *; tasks and dynamic tables too: SHOW TASKS, SHOW DYNAMIC TABLES`,
    ),
  describeTable: ({ table }) =>
    ask(
      table,
      `SELECT GET_DDL('TABLE', ${quoting.text(quoting.table(table))}, TRUE)`,
      'sql-reference/functions/get_ddl',
    ),
  columnUse: ({ table, column }) =>
    ask(
      table,
      `SELECT user_name, role_name, COUNT(*) AS times, MAX(start_time) AS last_time
FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY
WHERE start_time > DATEADD(day, -14, CURRENT_TIMESTAMP()) AND query_text ILIKE ${like(table)}
  AND (query_text ILIKE ${like(column)} OR query_text LIKE '%*%') AND query_text NOT ILIKE '%QUERY_HISTORY%'
GROUP BY user_name, role_name ORDER BY times DESC`,
      'sql-reference/account-usage/query_history',
      'up to 45 min behind; on Enterprise ACCESS_HISTORY names the columns that were read',
    ),
  tableSize: ({ table }) =>
    ask(
      table,
      `SELECT row_count, bytes, retention_time FROM INFORMATION_SCHEMA.TABLES WHERE table_name = ${upper(table)}`,
      'sql-reference/info-schema/tables',
    ),
  routineDefinition: ({ kind, name }) =>
    ask(
      name,
      `SELECT GET_DDL(${quoting.text(kind.toUpperCase())}, ${quoting.text(kind === 'function' ? `${quoting.table(name)}(<types of its arguments>)` : quoting.table(name))}, TRUE)`,
      'sql-reference/functions/get_ddl',
    ),
};
