import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { likePattern, ofTable } from '../quote.ts';
import { reading } from '../reading.ts';

/** How far a build is, what it leaves, what became slow, and how full undo, temp and the recovery area are. */
export const progressWatches = (table: string): readonly Watch[] => [
  {
    family: 'index build',
    scans: true,
    title: 'How far a build, a proof or a loop is',
    statement: reading(
      `SELECT l.inst_id, l.sid, l.opname, l.target, l.sofar, l.totalwork, l.time_remaining, s.event, s.client_info FROM gv$session_longops l
JOIN gv$session s ON s.inst_id = l.inst_id AND s.sid = l.sid AND s.serial# = l.serial# WHERE l.sofar < l.totalwork`,
      { source: inManual('refrn/V-SESSION_LONGOPS.html') },
    ),
    reads: words`${code('gv$session_longops')}: one row for each pass (scan, sort), so 100 % is not the end; ${code('client_info')} is the last range of a loop`,
  },
  {
    family: 'vacuum',
    title: 'Maintenance that holds the table',
    statement: reading(
      `SELECT owner, job_name, running_instance, session_id, elapsed_time FROM all_scheduler_running_jobs`,
      { source: inManual('refrn/ALL_SCHEDULER_RUNNING_JOBS.html') },
    ),
    reads: words`statistics, segment advisor and jobs of your own: wait for them before a schema step; there is no vacuum`,
  },
  {
    family: 'slow queries',
    title: `Slowest statements on ${table}`,
    statement: reading(
      `SELECT sql_id, plan_hash_value, executions, ROUND(elapsed_time / NULLIF(executions, 0) / 1000) AS ms_each, last_active_time, SUBSTR(sql_text, 1, 80) AS query
FROM gv$sql WHERE UPPER(sql_fulltext) LIKE ${likePattern(table)} ESCAPE '\\' AND last_active_time > SYSDATE - 15 / 1440 AND sql_text NOT LIKE '%gv$sql%'
ORDER BY ms_each DESC NULLS LAST FETCH FIRST 10 ROWS ONLY`,
      { source: inManual('refrn/V-SQL.html') },
    ),
    reads: words`${code('gv$sql')}: a second ${code('plan_hash_value')} for one ${code('sql_id')} is a plan that changed; a schema change makes every statement on the table parse anew`,
  },
  {
    family: 'disk',
    title: 'Recovery area, undo and temp',
    statement: reading(
      `SELECT 'recovery area' AS what, ROUND(100 * (space_used - space_reclaimable) / NULLIF(space_limit, 0)) AS percent_used FROM v$recovery_file_dest
UNION ALL SELECT tablespace_name, ROUND(used_percent) FROM dba_tablespace_usage_metrics
UNION ALL SELECT 'undo: longest query in s', MAX(maxquerylen) FROM v$undostat WHERE end_time > SYSDATE - 1 / 24`,
      { source: inManual('refrn/V-RECOVERY_FILE_DEST.html') },
    ),
    reads: words`a recovery area that is full stops every write of the database; a guaranteed restore point keeps it from being emptied: drop it when the change is done. ${code('ORA-01555')} and ${code('ORA-30036')} are undo`,
  },
  {
    family: 'leftovers',
    title: 'What a failed step left behind',
    statement: reading(
      `SELECT 'constraint not validated' AS what, constraint_name AS name FROM all_constraints WHERE ${ofTable(table)} AND (validated = 'NOT VALIDATED' OR status = 'DISABLED')
UNION ALL SELECT 'index ' || LOWER(status) || ' ' || LOWER(visibility), index_name FROM all_indexes WHERE ${ofTable(table, '', 'table_name', 'table_owner')} AND (status = 'UNUSABLE' OR visibility = 'INVISIBLE')
UNION ALL SELECT 'trigger disabled', trigger_name FROM all_triggers WHERE ${ofTable(table, '', 'table_name', 'table_owner')} AND status = 'DISABLED'
UNION ALL SELECT 'invalid ' || LOWER(object_type), owner || '.' || object_name FROM all_objects WHERE status = 'INVALID'
UNION ALL SELECT 'unused columns', TO_CHAR(count) FROM all_unused_col_tabs WHERE ${ofTable(table)}`,
      { source: inManual('refrn/ALL_CONSTRAINTS.html') },
    ),
    reads: words`compare with the list of before the step; an invalid object compiles by itself when it is next used, unless it says a name that is gone; a redefinition that stopped stands in ${code('dba_redefinition_status')}`,
  },
];
