import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

/** The client takes in a file from the folder it was started in, and stops when it is not there. */
export const shared = (name: string): NonNullable<Guard['shared']> => ({
  file: `${name}.sql`,
  include: `source ${name}.sql`,
});

/** The limit belongs to the session, and the session ends with the file. */
export const set = (name: string, value: string): string => `SET SESSION ${name} = ${value};`;

const wait = (name: string, seconds: number): string => set(name, String(seconds));

/**
 * What stands before a script.
 *
 * Everybody waits behind a statement that waits for its metadata lock, so it waits 2 s. A build beside reads and writes needs that lock twice, a moment at
 * its start and one at its end: there it waits 10 s, because to give up at the end throws the whole build away. A batch would rather fail than store a
 * value that was cut to fit.
 */
export function guard(kind: GuardKind, _: Situation): Guard {
  switch (kind) {
    case 'short-lock':
      return {
        lines: [wait('lock_wait_timeout', 2), wait('innodb_lock_wait_timeout', 2)],
        shared: shared('short-lock'),
        onFailure: words`On ${code('1205')} (lock) or ${code('1213')} (deadlock) wait 10 s and run the file again from the statement that failed, at most 10 times; then find the holder. That statement has changed nothing, those before it are committed. On ${code('1845')} or ${code('1846')} (not without a copy or a stronger lock) stop: this table is not as planned for. Never raise the timeout: readers wait behind a waiting ${code('ALTER')}.`,
      };
    case 'unhurried':
      return {
        lines: [wait('lock_wait_timeout', 10), wait('innodb_lock_wait_timeout', 10)],
        shared: shared('unhurried'),
        onFailure: words`A failed build leaves the table as it was. On ${code('1205')} end the transaction that held the table and run the file again; at the end of a build it costs the whole build, so look for old transactions shortly before. On ${code('1799')} (too many writes meanwhile) run it at a quieter hour or with a greater ${code('innodb_online_alter_log_max_size')}. On ${code('1062')} a duplicate came: find it first. On ${code('1845')} or ${code('1846')} stop.`,
      };
    case 'batch':
      return {
        lines: [
          wait('lock_wait_timeout', 2),
          wait('innodb_lock_wait_timeout', 2),
          set('sql_mode', `CONCAT_WS(',', @@sql_mode, 'STRICT_TRANS_TABLES')`),
        ],
        shared: shared('batch'),
        onFailure: words`A batch that meets ${code('1205')} or ${code('1213')} is undone, those before it stand: run it again, halve it after three times, and go on from the last position. On ${code('1020')} (record has changed) run it again. On ${code('1406')}, ${code('1264')} or ${code('1366')} a value does not fit: stop.`,
      };
    case 'none':
      return {
        lines: [],
        onFailure: words`Read the error, mend its cause, run the file again from the statement that failed.`,
      };
  }
}
