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

const like = (name: string): string => quoting.text(`%${quoting.bare(name).toLowerCase()}%`);
const bare = (name: string): string => quoting.text(quoting.bare(name).toLowerCase());

/** Questions that change nothing. */
export const queries: Queries<Situation> = {
  ...countsIn(dialect),
  dependents: ({ table, column }) =>
    ask(
      table,
      `SELECT schemaname, viewname, definition FROM pg_views WHERE definition ILIKE ${like(table)}`,
      'c_join_PG',
      `views, late-binding ones too${column === undefined ? '' : `; read each for ${[column].flat().join(', ')} and for SELECT *`}; procedures: SHOW PROCEDURE of each; materialized views: STV_MV_INFO`,
    ),
  describeTable: ({ table }) => ask(table, `SHOW TABLE ${quoting.table(table)}`, 'r_SHOW_TABLE'),
  columnUse: ({ table, column }) =>
    ask(
      table,
      `SELECT user_id, COUNT(*) AS times, MAX(start_time) AS last_time FROM sys_query_history
WHERE start_time > DATEADD(day, -7, GETDATE()) AND query_text ILIKE ${like(table)}
  AND (query_text ILIKE ${like(column)} OR query_text LIKE '%*%') AND query_text NOT ILIKE '%sys_query_history%'
GROUP BY user_id ORDER BY times DESC`,
      'SYS_QUERY_HISTORY',
      'reaches 7 days back: keep each answer; texts are cut at 4,000 characters',
    ),
  tableSize: ({ table }) =>
    ask(
      table,
      `SELECT size AS megabytes, tbl_rows, unsorted, stats_off, diststyle, sortkey1 FROM svv_table_info WHERE "table" = ${bare(table)}`,
      'r_SVV_TABLE_INFO',
    ),
  routineDefinition: ({ kind, name }) =>
    kind === 'view'
      ? ask(name, `SHOW VIEW ${quoting.table(name)}`, 'r_SHOW_VIEW')
      : ask(name, `SELECT proname, prosrc FROM pg_proc_info WHERE proname = ${bare(name)}`, 'r_PG_PROC_INFO'),
};
