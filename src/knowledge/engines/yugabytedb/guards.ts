import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const again = words`On ${code('40001')}, ${code('schema version mismatch')} or ${code('catalog version mismatch')} look what stands, wait 10 s and run the statement again, at most 10 times. One schema change at a time in the whole database, from one connection; writers that meet these errors meanwhile must retry.`;

/**
 * What stands before a script.
 *
 * By default nobody waits for a lock on a table, so no limit on a wait helps; a short statement that takes longer than a minute is not short. Builds and proofs get no limit.
 */
export function guard(kind: GuardKind): Guard {
  switch (kind) {
    case 'short-lock':
      return { lines: [`SET statement_timeout = '60s';`], onFailure: again };
    case 'unhurried':
      return { lines: ['SET statement_timeout = 0;'], onFailure: [] };
    case 'batch':
      return {
        lines: [`SET statement_timeout = '5s';`],
        onFailure: words`A batch that meets ${code('40001')} or ${code('57014')} is undone, those before it stand: run it again; the second time halve it, at most three times, then stop.`,
      };
    case 'none':
      return { lines: [], onFailure: words`Read the error, mend its cause, run the file again.` };
  }
}
