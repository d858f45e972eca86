import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** Each script is one file for the client, which stops at the first error. */
export const runningWith =
  (client: string) =>
  ({ transactionPooler }: Situation): Running => ({
    command: `${client} --show-warnings --database=<database> < <file>`,
    connection: transactionPooler
      ? words`Connect to the primary, not through the pooler or proxy: there ${code('SET SESSION')} can be lost before the next statement.`
      : words`Connect to the primary. If a proxy stands between (ProxySQL, MaxScale, RDS Proxy), go round it: it may send ${code('SET SESSION')} and the statement after it to two sessions, or keep one for you.`,
    begin: 'START TRANSACTION',
    commit: 'COMMIT',
    around: { before: 'DELIMITER //', end: '//', after: 'DELIMITER ;' },
  });

/** The client of 9.7 takes in no file with `source` unless it is told to; an older one that does not know the option warns and goes on. */
export const running = runningWith('mysql --loose-commands');
