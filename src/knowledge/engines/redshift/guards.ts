import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const again = words`Read the error, mend its cause, run the file again.`;

const waiting = words`Nothing limits the wait for a lock alone: ${code('statement_timeout')} counts the work too. So a second session looks at ${code('SVV_TRANSACTIONS')}; if our row has ${code('granted = f')} for 10 s, cancel it (${code('SELECT PG_CANCEL_BACKEND(<pid>)')}): every later query of the table waits behind it. Wait for the transaction that holds it, run the file again, at most 10 times; then stop. ${code('1023')} (serializable isolation violation) undoes the transaction: run it again when the other has ended.`;

/** A waiting schema change holds up all who come after it. */
export const guard = (kind: GuardKind): Guard => ({
  lines: [],
  onFailure: kind === 'short-lock' || kind === 'batch' ? waiting : again,
});
