import type { Safety, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';
import { reading } from './reading.ts';
import { statement } from './statement.ts';
import { isEnterprise } from './versions.ts';

/** Where flashback can be used, a point that keeps what it needs; elsewhere the moment is noted, which a restore goes to. */
function restorePoint(situation: Situation): Statement {
  const { hosting } = situation;
  const own = isGiven(hosting) && (hosting.id === 'self-managed' || hosting.id === 'exadata');
  return own && isEnterprise(situation)
    ? statement('CREATE RESTORE POINT before_loss GUARANTEE FLASHBACK DATABASE', {
        work: 'none',
        page: pages.restorePoint,
        remark:
          'takes back the whole database with every later write; the recovery area fills until DROP RESTORE POINT before_loss, and full it stops every write',
      })
    : reading('SELECT SYSTIMESTAMP, DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER FROM dual', {
        source: inManual('arpls/DBMS_FLASHBACK.html'),
        work: 'none',
      });
}

/** How to stop, and what stands around the primary. */
export const safety = (situation: Situation): Safety => ({
  restorePoint: restorePoint(situation),
  cancel: words`${code("ALTER SYSTEM CANCEL SQL '<sid>, <serial>'")} ends the statement, ${code("ALTER SYSTEM KILL SESSION '<sid>,<serial>' IMMEDIATE")} the session. A schema change that waits for its lock goes at once; rows that were written are rolled back first, which can take as long as the work did (${code('used_urec')} in ${code('v$transaction')} falls): never stop the instance to end that. An online index build that was cut off leaves an object that SMON or ${code('DBMS_REPAIR.ONLINE_INDEX_CLEAN')} clears`,
  replicas: words`a physical standby applies the redo of a schema change block by block, with no lock of its own; a query that is open there can be ended by it or hold the apply up for a moment. Work with ${code('NOLOGGING')} is missing there unless ${code('FORCE LOGGING')} is on`,
  changeCapture: words`GoldenGate, LogMiner and Debezium read columns by the definition of the day: a new column is in the redo at once but not in the target, a renamed or unused one stops or silently loses it, so its mapping changes with the step. Supplemental logging also takes the online form from ${code('ADD')} column, ${code('ENABLE NOVALIDATE')}, ${code('ENABLE VALIDATE')}, ${code('SET UNUSED')} and ${code('DROP CONSTRAINT')}: they then wait for writers and hold them up. Archived redo must stay until it was read`,
  triggers: words`a trigger that is invalid makes every write to its table fail (${code('ORA-04098')}), and one with an error raised at run time too; a row trigger may not read its own table (${code('ORA-04091')}). Another ${code('BEFORE')} trigger that sets one of the columns must fire first: say ${code('FOLLOWS')} it. Direct path loads of SQL*Loader and a replicat that suppresses triggers pass it by`,
  notes: [
    words`each schema change commits what is open before it and itself: after an error run the undo of the statements before it, last first, or go on from the one that failed`,
    words`the empty string is NULL: a comparison with ${code("''")} is never true, and NOT NULL refuses it`,
    words`${code('SELECT … AS OF TIMESTAMP')} shows rows as they were while undo lasts, and not across a schema change that touches the rows (${code('ORA-01466')}); ${code('FLASHBACK TABLE … TO TIMESTAMP')} needs Enterprise Edition and row movement`,
  ],
});
