import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { pages } from '../manual.ts';
import { showRoutine } from '../operations/routines.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { greatestOf } from '../type-change.ts';

/** Finds a bare name as a whole word in code; `\b` is the edge of a word. */
const word = (name: string): string => `${sqlString(`\\b${bareName(name).replaceAll(/[^\p{L}\d_]/gu, '\\$&')}\\b`)}`;

/** Of a column without a type that ends, the end of INT, which is eight bytes. */
const lastNumber = '9223372036854775807';

export const catalog = {
  describeTable: ({ table }) => reading(`SHOW CREATE TABLE ${quoteTable(table)}`, { page: pages.showCreate }),
  /**
   * Views, foreign keys and functions that name the table or its columns. What the catalog holds as text is searched for the names; code outside the
   * database is in none of it.
   */
  dependents: ({ table, column }) => {
    const columns = column === undefined ? [] : [column].flat();
    const named = [table, ...columns].map((one) => (pattern: string) => `${pattern} ~* ${word(one)}`);
    const said = (text: string) => named.map((matches) => matches(text)).join(' AND ');
    const bare = sqlString(bareName(table));
    return reading(
      `SELECT 'view ' || table_schema || '.' || table_name AS what FROM information_schema.views WHERE ${said('view_definition')}
UNION SELECT 'foreign key ' || constraint_name || ' of ' || table_name FROM information_schema.referential_constraints WHERE referenced_table_name = ${bare} OR table_name = ${bare}
UNION SELECT 'function ' || proname FROM pg_catalog.pg_proc WHERE ${said('prosrc')}`,
      { page: 'information-schema', remark: 'indexes, checks, computed columns and triggers: SHOW CREATE TABLE' },
    );
  },
  indexUse: ({ table, index }) =>
    reading(
      `SELECT ti.index_name, us.total_reads, us.last_read FROM crdb_internal.index_usage_statistics AS us
JOIN crdb_internal.table_indexes AS ti ON us.index_id = ti.index_id AND us.table_id = ti.descriptor_id
WHERE ti.descriptor_name = ${sqlString(bareName(table))} AND ti.index_name = ${sqlString(bareName(index))}`,
      {
        page: `${pages.internal}#index_usage_statistics`,
        remark:
          'counted since the nodes started or it was reset; if refused, SET allow_unsafe_internals = on for this session',
      },
    ),
  columnUse: ({ table, column }) =>
    reading(
      `SELECT sum((statistics->'statistics'->>'cnt')::INT) AS calls, left(metadata->>'query', 200) AS query FROM crdb_internal.statement_statistics
WHERE metadata->>'query' ~* ${word(table)} AND (metadata->>'query' ~* ${word(column)} OR metadata->>'query' ~* 'select\\s+([a-z_]+\\.)?\\*')
GROUP BY query ORDER BY calls DESC`,
      { page: `${pages.internal}#statement_statistics`, remark: 'as far back as statistics are kept' },
    ),
  sequenceHeadroom: ({ table, column, type }) => {
    const end = String((type === undefined ? undefined : greatestOf(type)) ?? lastNumber);
    return reading(
      `SELECT max(${quoteName(column)}) AS highest, ${end} AS last_possible, round(100.0 * max(${quoteName(column)})::DECIMAL / ${end}, 1) AS percent_used FROM ${quoteTable(table)}`,
      {
        page: 'serial',
        remark: 'values of unique_rowid() do not count up by one: they are far from zero from the first row on',
      },
    );
  },
  tableSize: ({ table }) =>
    reading(
      `WITH x AS (SHOW RANGES FROM TABLE ${quoteTable(table)} WITH DETAILS, KEYS, INDEXES)
SELECT index_name, count(*) AS ranges, round(sum(range_size_mb), 1) AS mb FROM x GROUP BY index_name ORDER BY mb DESC`,
      {
        page: `${pages.online}#estimate-your-storage-capacity-before-performing-online-schema-changes`,
        remark: 'of one replica: times the number of replicas on disk',
      },
    ),
  routineDefinition: ({ kind, name }, situation) => showRoutine(kind, name, undefined, situation),
  extensionVersions: () => undefined,
  /** Changefeeds need rangefeeds. */
  streamSettings: () =>
    reading('SHOW CLUSTER SETTING kv.rangefeed.enabled', {
      page: 'create-and-configure-changefeeds',
      remark: 'must be true before a changefeed can start',
    }),
} satisfies Partial<Queries<Situation>>;
