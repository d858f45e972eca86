import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { atLeast, hasOnline } from './versions.ts';

/** sqlcmd takes in a file from the folder in which it was started. */
const shared = (name: string): NonNullable<Guard['shared']> => ({ file: `${name}.sql`, include: `:r ${name}.sql` });

/** Settings of the session hold for every batch after them; GO sends them off, so that the next statement begins a batch of its own. */
const settings = (wait: number): readonly string[] => [
  `SET LOCK_TIMEOUT ${wait};`,
  'SET XACT_ABORT ON;',
  'SET DEADLOCK_PRIORITY LOW;\nGO',
];

/** Only an online build is ever resumable, from 2019 on. */
const resumes = (situation: Situation): boolean => hasOnline(situation) && atLeast(2019, situation);

/**
 * What stands before a script.
 *
 * A short statement waits at most 2 s for each lock, because everybody else waits behind a waiting Sch-M, NOLOCK readers too. SQL Server has no limit for the
 * statement itself: the work behind the lock takes as long as it takes. An online build waits for its own locks in its own way.
 */
export function guard(kind: GuardKind, situation: Situation): Guard {
  switch (kind) {
    case 'short-lock':
      return {
        lines: settings(2000),
        shared: shared('short-lock'),
        onFailure: words`On error ${code('1222')} (lock) or ${code('1205')} (deadlock) wait 10 s and run the file again, at most 10 times; then find the holder. ${code('XACT_ABORT')} has undone the file's transaction. Never raise the timeout: readers wait behind a waiting ${code('Sch-M')}. The file itself has no time limit: past its dry-run minutes see ${code('sys.dm_exec_requests')}, then ${code('KILL')}.`,
      };
    case 'unhurried':
      return {
        lines: settings(-1),
        shared: shared('unhurried'),
        onFailure: resumes(situation)
          ? words`A resumable build that stopped is paused (${code('sys.index_resumable_operations')}) and costs every write: run the same file again to go on, or ${code('ALTER INDEX … ABORT')}. Anything else that failed has changed nothing.`
          : words`What failed here has changed nothing: run the file again.`,
      };
    case 'batch':
      return {
        lines: settings(2000),
        shared: shared('batch'),
        onFailure: words`A batch that meets ${code('1222')} or ${code('1205')} is undone, those before it stand: run it again; the second time halve it, at most three times, and go on from the last position; then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
