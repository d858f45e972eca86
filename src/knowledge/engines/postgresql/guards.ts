import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { takenIn } from './taken-in.ts';
import { atLeast } from './versions.ts';

const set = (name: string, value: string): string => `SET ${name} = ${value};`;

/**
 * What stands before a script.
 *
 * A short statement waits at most 2 s for its lock, because everybody else waits behind it, and a terminal that goes away cannot hold a lock for more than 5 s.
 * CONCURRENTLY and VALIDATE get no limit: they block nobody, and a limit would leave an invalid index. A batch that meets a stuck transaction gives its rows back.
 */
export function guard(kind: GuardKind, situation: Situation): Guard {
  switch (kind) {
    case 'short-lock':
      return {
        lines: [
          set('lock_timeout', `'2s'`),
          set('statement_timeout', `'15s'`),
          set('idle_in_transaction_session_timeout', `'5s'`),
        ],
        shared: takenIn('short-lock'),
        onFailure: words`On ${code('55P03')} (lock) or ${code('40P01')} (deadlock) wait 10 s and run the file again, at most 10 times; then find the holder. On ${code('57014')} (too long) stop. Each time nothing has changed. Never raise the timeout: readers wait behind a waiting ${code('ALTER')}.`,
      };
    case 'unhurried':
      return {
        lines: [
          set('lock_timeout', '0'),
          set('statement_timeout', '0'),
          // A limit for whole transactions may stand on the role or the database; it would end the session.
          ...(atLeast('17', situation) ? [set('transaction_timeout', '0')] : []),
        ],
        shared: takenIn('unhurried'),
        // What an index build or a failed proof leaves is said at its step.
        onFailure: [],
      };
    case 'batch':
      return {
        lines: [set('statement_timeout', `'2s'`)],
        shared: takenIn('batch'),
        onFailure: words`A batch that meets ${code('57014')} is undone, those before it stand: halve it, at most three times, then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
