import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** Each script is one file. A line with a slash sends off what stands above it, a statement as well as a block of PL/SQL. */
export const running = ({ transactionPooler }: Situation): Running => ({
  command: 'echo exit | sqlplus -L -S /@<service> @<file>',
  connection: transactionPooler
    ? words`Connect as the owner of the table, with ${code('SERVER=DEDICATED')}, not through the pooler: there ${code('ALTER SESSION')} can be lost before the next statement.`
    : words`Connect as the owner of the table, with ${code('SERVER=DEDICATED')}, to a service that runs on the primary only; the password stands in a wallet, so that no command line shows it.`,
  begin: '',
  commit: 'COMMIT',
  ending: '\n/',
});
