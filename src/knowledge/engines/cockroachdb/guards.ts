import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { atLeast } from './versions.ts';

/**
 * What stands before a script.
 *
 * No schema change waits for a lock on a table, and a time limit would only let go of the statement: its job goes on without anybody who watches it. A batch that meets
 * a row of somebody else gives up after 2 s.
 */
export function guard(kind: GuardKind, situation: Situation): Guard {
  switch (kind) {
    case 'short-lock':
    case 'unhurried':
      return {
        lines: [
          'SET statement_timeout = 0;',
          // Some drivers and tools open a transaction around everything.
          ...(atLeast('24.1', situation) ? ['SET autocommit_before_ddl = on;'] : []),
        ],
        onFailure: words`Each schema change is a job: ${code('SHOW JOBS')} has its ${code('job_id')}, ${code('status')}, ${code('fraction_completed')} and ${code('error')}. ${code('Ctrl+C')} or a lost connection ends only the waiting: look the job up before anything is run again. One that fails takes itself back too (${code('reverting')}, then ${code('failed')}): mend the cause, run the file again. ${code('revert-failed')}: no further schema change, call the vendor’s support.`,
      };
    case 'batch':
      return {
        lines: [`SET statement_timeout = '10s';`, `SET lock_timeout = '2s';`],
        onFailure: words`A batch that meets ${code('40001')} (retry), ${code('55P03')} (lock) or ${code('57014')} (too long) is undone, those before it stand: run it again; the second time halve it, at most three times, then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
