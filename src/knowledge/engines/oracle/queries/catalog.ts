import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { dictionaryName, likePattern, ofTable, ownerOf, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { greatestOf } from '../type-change.ts';

/** Columns, keys, indexes and checks as the database would make them again. */
const describeTable: Queries<Situation>['describeTable'] = ({ table }) =>
  reading(
    `SELECT DBMS_METADATA.GET_DDL('TABLE', ${dictionaryName(table)}, ${ownerOf(table)}) AS definition FROM dual
UNION ALL SELECT DBMS_METADATA.GET_DDL('INDEX', index_name, owner) FROM all_indexes WHERE ${ofTable(table, '', 'table_name', 'table_owner')} AND index_type <> 'LOB'
UNION ALL SELECT DBMS_METADATA.GET_DDL('TRIGGER', trigger_name, owner) FROM all_triggers WHERE ${ofTable(table, '', 'table_name', 'table_owner')}`,
    { source: inManual('arpls/DBMS_METADATA.html'), remark: 'SET LONG 2000000 before it' },
  );

/** An identity, or a sequence in the default: how far it is towards the digits of the column. */
const sequenceHeadroom: Queries<Situation>['sequenceHeadroom'] = ({ table, column, type }) => {
  const greatest = type === undefined ? undefined : greatestOf(type);
  const end = greatest ?? 'LEAST(s.max_value, POWER(10, NVL(c.data_precision, 38) - NVL(c.data_scale, 0)) - 1)';
  return reading(
    `SELECT c.column_name, c.data_precision, s.sequence_name, s.last_number, s.cache_size, ROUND(100 * s.last_number / (${end}), 1) AS percent_used
FROM all_tab_cols c LEFT JOIN all_tab_identity_cols i ON i.owner = c.owner AND i.table_name = c.table_name AND i.column_name = c.column_name
LEFT JOIN all_sequences s ON s.sequence_owner = c.owner AND s.sequence_name = i.sequence_name
WHERE ${ofTable(table, 'c.')} AND c.column_name = ${dictionaryName(column)}`,
    {
      source: inManual('refrn/ALL_TAB_IDENTITY_COLS.html'),
      remark:
        'no sequence: it stands in data_default of all_tab_cols, in a trigger or in the application; look it up in all_sequences',
    },
  );
};

const tableSize: Queries<Situation>['tableSize'] = ({ table }) =>
  reading(
    `SELECT (SELECT num_rows FROM all_tables WHERE ${ofTable(table)}) AS about_rows, segment_type, ROUND(SUM(bytes) / 1048576) AS mb
FROM dba_segments WHERE ${ofTable(table, '', 'segment_name')}
   OR (owner, segment_name) IN (SELECT owner, index_name FROM all_indexes WHERE ${ofTable(table, '', 'table_name', 'table_owner')})
   OR (owner, segment_name) IN (SELECT owner, segment_name FROM all_lobs WHERE ${ofTable(table)})
GROUP BY segment_type`,
    { source: inManual('refrn/DBA_SEGMENTS.html'), remark: 'the owner has it as user_segments' },
  );

const routineDefinition: Queries<Situation>['routineDefinition'] = ({ kind, name }) =>
  reading(
    `SELECT DBMS_METADATA.GET_DDL(${sqlString(kind.toUpperCase())}, ${dictionaryName(name)}, ${ownerOf(name)}) AS definition FROM dual`,
    {
      source: inManual('arpls/DBMS_METADATA.html'),
      remark: 'SET LONG 2000000 before it; keep the answer: it is the way back',
    },
  );

/** What a reader of the redo needs. */
const streamSettings: Queries<Situation>['streamSettings'] = () =>
  reading(
    `SELECT name, log_mode, force_logging, supplemental_log_data_min, supplemental_log_data_pk, supplemental_log_data_all FROM v$database`,
    { source: inManual('refrn/V-DATABASE.html') },
  );

/**
 * Who names the table or its columns.
 *
 * The dictionary knows which object depends on which table, not on which column, and nothing of what is put together at run time: so texts are searched too.
 */
const dependents: Queries<Situation>['dependents'] = ({ table, column }) => {
  const columns = column === undefined ? [] : [column].flat();
  const like = (columns.length === 0 ? [table] : columns)
    .map((one) => `UPPER(text) LIKE ${likePattern(one)} ESCAPE '\\'`)
    .join(' OR ');
  const named = columns.map(dictionaryName).join(', ');
  return reading(
    `SELECT 'depends on the table' AS how, owner || '.' || name || ' (' || type || ')' AS what FROM all_dependencies
WHERE ${ofTable(table, '', 'referenced_name', 'referenced_owner')} AND referenced_type = 'TABLE'
UNION SELECT 'its text says the name', owner || '.' || name || ' (' || type || ')' FROM all_source WHERE owner NOT IN ('SYS', 'SYSTEM') AND (${like})
UNION SELECT 'foreign key to it', c.owner || '.' || c.constraint_name FROM all_constraints c JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name WHERE ${ofTable(table, 'k.')}
UNION SELECT 'trigger', owner || '.' || trigger_name FROM all_triggers WHERE ${ofTable(table, '', 'table_name', 'table_owner')}
UNION SELECT 'policy', object_owner || '.' || policy_name FROM all_policies WHERE ${ofTable(table, '', 'object_name', 'object_owner')}
UNION SELECT 'materialized view log', log_owner || '.' || log_table FROM all_mview_logs WHERE ${ofTable(table, '', 'master', 'log_owner')}${
      columns.length === 0
        ? ''
        : `
UNION SELECT 'index', index_owner || '.' || index_name FROM all_ind_columns WHERE ${ofTable(table, '', 'table_name', 'table_owner')} AND column_name IN (${named})
UNION SELECT 'constraint', owner || '.' || constraint_name FROM all_cons_columns WHERE ${ofTable(table)} AND column_name IN (${named})`
    }`,
    {
      source: inManual('refrn/ALL_DEPENDENCIES.html'),
      remark:
        'views hold their text as LONG and are found by the first line only; jobs, reports and database links are not in it',
    },
  );
};

/** Counted since 12.2, by every instance, and written down every 15 minutes. */
const indexUse: Queries<Situation>['indexUse'] = ({ table, index }) =>
  reading(
    `SELECT owner, name, total_access_count, total_rows_returned, last_used FROM dba_index_usage WHERE owner = ${ownerOf(table)} AND name = ${dictionaryName(index)}`,
    {
      source: inManual('refrn/DBA_INDEX_USAGE.html'),
      remark:
        'sampled: no row is no proof; a foreign key may need the index and is not counted; the standby counts nothing',
    },
  );

/** What is in the shared pool: older statements are in AWR, which the Diagnostics Pack licenses. */
const columnUse: Queries<Situation>['columnUse'] = ({ table, column }) =>
  reading(
    `SELECT sql_id, executions, last_active_time, module, SUBSTR(sql_text, 1, 200) AS query FROM v$sqlarea
WHERE UPPER(sql_fulltext) LIKE ${likePattern(table)} ESCAPE '\\' AND (UPPER(sql_fulltext) LIKE ${likePattern(column)} ESCAPE '\\' OR UPPER(sql_fulltext) LIKE '%SELECT%*%')
  AND sql_text NOT LIKE '%v$sqlarea%' ORDER BY last_active_time DESC FETCH FIRST 50 ROWS ONLY`,
    {
      source: inManual('refrn/V-SQLAREA.html'),
      remark: 'gv$sqlarea in a cluster, and the standby for itself; it holds what the shared pool still has',
    },
  );

export const catalog = {
  describeTable,
  sequenceHeadroom,
  tableSize,
  routineDefinition,
  streamSettings,
  dependents,
  indexUse,
  columnUse,
  // There are no extensions.
  extensionVersions: () => undefined,
};
