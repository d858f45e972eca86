import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** Each script is one file. `-X` leaves personal settings out, `ON_ERROR_STOP` ends the file at its first error, and a lost terminal leaves no open transaction. */
export const running = ({ transactionPooler, withoutPooler = false }: Situation): Running => ({
  command: 'psql -X -v ON_ERROR_STOP=1 -f <file>',
  connection: transactionPooler
    ? words`Connect to the primary, not through the pooler: ${code('SET')} does not hold there and can reach somebody else.`
    : words`Connect to the primary.${withoutPooler ? [] : words` If a pooler stands between, go round it: ${code('SET')} does not hold there.`}`,
  begin: 'BEGIN',
  commit: 'COMMIT',
});
