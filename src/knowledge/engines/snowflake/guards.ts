import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const again = words`Read the error and mend its cause. Statements of the file that were done stand: each schema change commits by itself. Run the file again from the one that failed.`;

const limited: Guard = {
  lines: ['ALTER SESSION SET LOCK_TIMEOUT = 10;'],
  shared: { file: 'lock-timeout.sql', include: '!source lock-timeout.sql' },
  onFailure: words`If it gives up after 10 s waiting for a lock, nothing of that statement is done: ${code('SHOW LOCKS IN ACCOUNT')} names the holder. Wait until that load has ended, run the file again from that statement, at most 10 times; then stop.`,
};

/** Without a limit a statement waits 12 hours for the one that changes the same table. */
export const guard = (kind: GuardKind): Guard =>
  kind === 'none' || kind === 'unhurried' ? { lines: [], onFailure: again } : limited;
