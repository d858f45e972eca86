import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { guard as mysqlGuard, set, shared } from '../mysql/guards.ts';

const job = words`A job that waits is listed in ${code('mysql.tidb_mdl_view')} with the session it waits for: end that transaction, or take the job back (${code('ADMIN CANCEL DDL JOBS <id>')}). The job goes on if the client or its TiDB server is gone: look at ${code('ADMIN SHOW DDL JOBS')} before the file is run again. On ${code('8214')} (cancelled), ${code('1846')} or ${code('8200')} (not possible on this table) nothing has changed; after the last two stop. On ${code('1062')} a duplicate came: find it first.`;

/** A job keeps the mode of the session that asked for it: a value that does not fit is refused and not cut. */
const strictly = set('sql_mode', `CONCAT_WS(',', @@sql_mode, 'STRICT_TRANS_TABLES')`);

/** A job that waits holds up no reader and no writer, and no setting limits how long it waits. */
export function guard(kind: GuardKind, situation: Situation): Guard {
  switch (kind) {
    case 'short-lock':
    case 'unhurried':
      return { lines: [strictly], shared: shared('job'), onFailure: job };
    case 'batch':
      return {
        lines: [set('innodb_lock_wait_timeout', '2'), strictly],
        shared: shared('batch'),
        onFailure: words`A batch that meets ${code('1205')}, ${code('1213')}, ${code('8002')}, ${code('8028')} or ${code('9007')} (lock, deadlock, conflict, a schema change meanwhile) is undone, those before it stand: run it again, halve it after three times, and go on from the last position. On ${code('8004')} or ${code('8175')} it is too large: halve it. On ${code('1406')}, ${code('1264')} or ${code('1366')} a value does not fit: stop.`,
      };
    case 'none':
      return mysqlGuard(kind, situation);
  }
}
