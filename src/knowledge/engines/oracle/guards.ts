import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

/** SQL*Plus finds it in the folder of the file that takes it in. */
const shared = (name: string): NonNullable<Guard['shared']> => ({ file: `${name}.sql`, include: `@@${name}.sql` });

/** Commands of SQL*Plus end with their line. Without the first two it goes on after an error; DEFINE OFF leaves `&` in texts alone, and a blank line ends no statement. */
const stops = `WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF SQLBLANKLINES ON SERVEROUTPUT ON TIMING ON`;

const waits = (seconds: number): readonly string[] => [`${stops}\nALTER SESSION SET DDL_LOCK_TIMEOUT = ${seconds};`];

/**
 * What stands before a script.
 *
 * DDL_LOCK_TIMEOUT is 0 unless it was set: a schema change then fails at once with ORA-00054 while anybody has an open transaction on the table. It limits
 * the wait in the queue for table locks, and there is no limit for the statement itself.
 */
export function guard(kind: GuardKind): Guard {
  switch (kind) {
    case 'short-lock':
      return {
        lines: waits(2),
        shared: shared('short-lock'),
        onFailure: words`On ${code('ORA-00054')} (lock) or ${code('ORA-04021')} (definition in use) wait 10 s and run the file again from the statement that failed, at most 10 times; then find the holder. Statements above it are committed. Never raise the timeout. The statement itself has no limit: past its dry-run minutes look at ${code('v$session')}, then cancel.`,
      };
    case 'unhurried':
      return {
        lines: waits(60),
        shared: shared('unhurried'),
        onFailure: words`An online statement waits for every transaction that was open when it began, and holds up no writer meanwhile. What an online index build that was cut off leaves behind SMON clears, or ${code('DBMS_REPAIR.ONLINE_INDEX_CLEAN')}; until then ${code('ORA-08104')}. A proof that failed has changed nothing.`,
      };
    case 'batch':
      return {
        lines: [stops],
        shared: shared('batch'),
        onFailure: words`A range that fails is undone, those before it stand: run the file again, it passes over what is right already. On ${code('ORA-00060')} (deadlock) or ${code('ORA-30036')} (undo is full) halve the range, at most three times; then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
