import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { dictionaryName, ownerOf } from '../quote.ts';
import { reading } from '../reading.ts';

/** Who holds the table, who waits for whom, and what has been open for long. */
export const lockWatches = (table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: `Locks on ${table}`,
    statement: reading(
      `SELECT l.inst_id, l.sid, s.serial#, s.program, l.lmode, l.request, l.ctime AS seconds FROM gv$lock l
JOIN gv$session s ON s.inst_id = l.inst_id AND s.sid = l.sid JOIN dba_objects o ON l.type = 'TM' AND o.object_id = l.id1
WHERE o.owner = ${ownerOf(table)} AND o.object_name = ${dictionaryName(table)} ORDER BY l.request DESC, l.ctime DESC`,
      { source: inManual('refrn/V-LOCK.html') },
    ),
    reads: words`${code('gv$lock')}: 3 is a writer, 6 a schema change; ${code('request')} above 0 waits. A ${code('DDL_LOCK_TIMEOUT')} ends ours`,
  },
  {
    family: 'blockers',
    title: 'Blocked sessions and who blocks them',
    statement: reading(
      `SELECT inst_id, sid, serial#, username, program, event, seconds_in_wait, sql_id, blocking_session, final_blocking_instance, final_blocking_session FROM gv$session
WHERE blocking_session IS NOT NULL ORDER BY seconds_in_wait DESC`,
      { source: inManual('refrn/V-SESSION.html') },
    ),
    reads: words`${code('gv$session')}: ${code('enq: TM')} waits for the table, ${code('enq: TX')} for a row, ${code('library cache lock')} or ${code('cursor: pin S wait on X')} for a definition: many of those after a schema change are statements that are parsed anew`,
  },
  {
    family: 'old transactions',
    title: 'Transactions older than 30 s',
    statement: reading(
      `SELECT s.inst_id, s.sid, s.serial#, s.username, s.program, s.status, ROUND((SYSDATE - t.start_date) * 86400) AS age_s, t.used_ublk, t.used_urec
FROM gv$transaction t JOIN gv$session s ON s.inst_id = t.inst_id AND s.saddr = t.ses_addr WHERE t.start_date < SYSDATE - 30 / 86400 ORDER BY t.start_date`,
      { source: inManual('refrn/V-TRANSACTION.html') },
    ),
    reads: words`${code('gv$transaction')}: ${code('INACTIVE')} is a client that forgot its commit; an online statement waits for all of them; ${code('used_urec')} falls while one is rolled back`,
  },
  {
    family: 'deadlocks',
    title: 'Deadlocks since the instance started',
    statement: reading(
      `SELECT i.inst_id, s.value AS deadlocks, i.startup_time FROM gv$sysstat s JOIN gv$instance i ON i.inst_id = s.inst_id WHERE s.name = 'enqueue deadlocks'`,
      { source: inManual('refrn/V-SYSSTAT.html') },
    ),
    reads: words`a count since the start; the alert log names the trace file of each ${code('ORA-00060')}, with both statements`,
  },
  {
    family: 'connections',
    title: 'Sessions and processes',
    statement: reading(
      `SELECT inst_id, resource_name, current_utilization, max_utilization, limit_value FROM gv$resource_limit WHERE resource_name IN ('processes', 'sessions')`,
      { source: inManual('refrn/V-RESOURCE_LIMIT.html') },
    ),
    reads: words`${code('gv$resource_limit')}: ${code('current_utilization')} against ${code('limit_value')}; blocked sessions pile up here`,
  },
];
