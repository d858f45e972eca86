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

/** The dataset that a view of its catalog is asked in. */
const catalog = (table: string, view: string): string =>
  `${quoting.table(quoting.schema(table) ?? '<dataset>')}.INFORMATION_SCHEMA.${view}`;

const bare = (name: string): string => quoting.text(quoting.bare(name));
const holds = (expression: string, name: string): string =>
  `CONTAINS_SUBSTR(${expression}, ${quoting.text(quoting.bare(name))})`;

/** Jobs of the project for the last 14 days. The region is where the dataset lies. */
const jobs = '`region-<region>`.INFORMATION_SCHEMA.JOBS_BY_PROJECT';

/** Questions that change nothing. */
export const queries: Queries<Situation> = {
  ...countsIn(dialect),
  dependents: ({ table, column }) =>
    ask(
      table,
      `SELECT table_catalog, table_schema, table_name, view_definition FROM ${catalog(table, 'VIEWS')} WHERE ${holds('view_definition', table)}
UNION ALL
SELECT routine_catalog, routine_schema, routine_name, routine_definition FROM ${catalog(table, 'ROUTINES')} WHERE ${holds('routine_definition', table)}`,
      'information-schema-views',
      `in each dataset that reads this one${column === undefined ? '' : `; read each for ${[column].flat().join(', ')} and for SELECT *`}; scheduled queries: bq ls --transfer_config`,
    ),
  describeTable: ({ table }) =>
    ask(
      table,
      `SELECT ddl FROM ${catalog(table, 'TABLES')} WHERE table_name = ${bare(table)}`,
      'information-schema-tables',
      'may be a little behind; bq show is not',
    ),
  columnUse: ({ table, column }) =>
    ask(
      table,
      `SELECT user_email, COUNT(*) AS times, MAX(creation_time) AS last_time FROM ${jobs}
WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 14 DAY)
  AND EXISTS (SELECT 1 FROM UNNEST(referenced_tables) AS r WHERE r.table_id = ${bare(table)})
  AND (${holds('query', column)} OR REGEXP_CONTAINS(query, r'\\*')) AND NOT ${holds('query', 'JOBS_BY_PROJECT')}
GROUP BY user_email ORDER BY times DESC`,
      'information-schema-jobs',
      'in each project that reads it',
    ),
  tableSize: ({ table }) =>
    ask(
      table,
      `SELECT total_rows, total_logical_bytes, time_travel_physical_bytes FROM \`region-<region>\`.INFORMATION_SCHEMA.TABLE_STORAGE WHERE table_name = ${bare(table)}`,
      'information-schema-table-storage',
    ),
  routineDefinition: ({ kind, name }) =>
    ask(
      name,
      kind === 'view'
        ? `SELECT ddl FROM ${catalog(name, 'TABLES')} WHERE table_name = ${bare(name)}`
        : `SELECT ddl FROM ${catalog(name, 'ROUTINES')} WHERE routine_name = ${bare(name)}`,
      kind === 'view' ? 'information-schema-tables' : 'information-schema-routines',
    ),
};
