import type { Safety, Situation } from '#model/engine.ts';
import type { Statement } from '#model/statement.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { reading } from './reading.ts';

/** A restore goes to a moment or to a place in the binary log, so both are noted. The set of transactions is blank where GTIDs are off. */
const restorePoint = (): Statement =>
  reading(`SELECT UTC_TIMESTAMP(6), @@GLOBAL.gtid_executed`, {
    source: inManual('point-in-time-recovery-binlog'),
    work: 'none',
  });

/** What a KILL costs, the same for the whole family. */
export const cancel = words`${code('KILL QUERY <id>')} ends the statement, ${code('KILL <id>')} the session. An ${code('ALTER TABLE')} that waits for its metadata lock goes at once, and the queue behind it with it; one that builds or copies leaves the table as it was. An ${code('UPDATE')} or ${code('DELETE')} of many rows is rolled back row by row, which can take longer than it ran: watch ${code('trx_rows_modified')} fall, and never restart the server, which would go on with the rollback afterwards`;

/** Where a plan stops halfway, and what else holds a table. */
export const notes = [
  words`each statement commits by itself: after an error run the undo of the statements before it, last first, or go on from the one that failed`,
  words`a restore makes a server beside this one; a table is then copied back from it`,
];

/** How to stop, and what stands around the primary. */
export const safety = ({ hosting }: Situation): Safety => ({
  restorePoint: restorePoint(),
  cancel,
  replicas:
    (isGiven(hosting) ? hosting.replicas : undefined) ??
    words`a replica runs an ${code('ALTER TABLE')} after the primary has finished it, and everything after it waits there: an hour on the primary is an hour of lag. An online copy tool copies rows in small steps instead and slows down when a replica falls behind`,
  changeCapture: words`the binary log carries DDL as a statement: a connector (Debezium, DMS, Maxwell) reads it there and must understand it, so try the exact statement on a test connector; the tables of a copy tool (${code('_<table>_gho')}, ${code('_<table>_new')}) must be left out or let in on purpose; a connector that was stopped resumes only while its position is still in the binary log (${code('binlog_expire_logs_seconds')})`,
  notes: [
    ...notes,
    words`${code('mysqldump --single-transaction')} fails, or holds up the step, when a table changes under it: pause it`,
  ],
});
