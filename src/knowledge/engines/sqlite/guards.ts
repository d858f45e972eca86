import type { Guard, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const busy = (milliseconds: number): string => `PRAGMA busy_timeout = ${milliseconds};`;

/** The shell takes in a file beside the one it runs. */
const shared = (name: string): NonNullable<Guard['shared']> => ({ file: `${name}.sql`, include: `.read ${name}.sql` });

const deferred = 'PRAGMA defer_foreign_keys = ON;';

/**
 * What stands before a script.
 *
 * A script of the schema waits at most 5 s for the write lock. Foreign keys are off meanwhile, and before the transaction, because inside one the pragma does nothing:
 * with them on, DROP TABLE in a rebuild deletes the rows that point to the table. Batches keep them on.
 */
export function guard(kind: GuardKind, { hosting }: Situation): Guard {
  const hosted = isGiven(hosting) && hosting.id === 'cloudflare-d1';
  switch (kind) {
    case 'short-lock':
      return {
        lines: hosted ? [deferred] : [busy(5000), 'PRAGMA foreign_keys = OFF;'],
        ...(hosted ? {} : { shared: shared('short-lock') }),
        onFailure: words`On ${code('database is locked')} (${code('SQLITE_BUSY')}) nothing has changed: wait 10 s, run the file again, at most 10 times; then find the process that holds the write lock. On any other error the transaction is undone when the program ends: mend the cause first.`,
      };
    case 'unhurried':
      return {
        lines: hosted ? [] : [busy(5000)],
        onFailure: words`Read the error, mend its cause, run the file again.`,
      };
    case 'batch':
      return {
        lines: hosted ? [] : [busy(2000), 'PRAGMA foreign_keys = ON;'],
        ...(hosted ? {} : { shared: shared('batch') }),
        onFailure: words`A batch that meets ${code('database is locked')} is undone, those before it stand: halve it, at most three times, and go on from the last position; then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
