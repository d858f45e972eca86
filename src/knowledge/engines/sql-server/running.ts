import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/**
 * Each script is one file. `-b` ends it at the first error, `-I` sets QUOTED_IDENTIFIER, without which statements on tables with filtered or computed indexes
 * fail, and GO sends each statement off on its own: a module must be alone in its batch, and a new column is not known in the batch that adds it.
 */
export const running = ({ transactionPooler }: Situation): Running => ({
  command: 'sqlcmd -S <server> -d <database> -b -I -i <file>',
  connection: transactionPooler
    ? words`Connect to the primary (or the listener of the availability group) itself, not through the pooler: there ${code('SET')} can be lost before the next statement.`
    : words`Connect to the primary, or to the listener of the availability group without ${code('ApplicationIntent=ReadOnly')}; a client's own pool resets ${code('SET')}, ${code('sqlcmd')} has none.`,
  begin: 'BEGIN TRANSACTION',
  commit: 'COMMIT TRANSACTION',
  ending: ';\nGO',
});
