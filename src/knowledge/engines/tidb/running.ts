import type { Running, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { running as ofMysql } from '../mysql/running.ts';

/** Every TiDB server takes every statement; a load balancer keeps a session on one of them. */
export const running = (situation: Situation): Running => ({
  ...ofMysql(situation),
  connection: situation.transactionPooler
    ? words`Connect to a TiDB server (port ${code('4000')}), not through the pooler: there ${code('SET SESSION')} can be lost before the next statement.`
    : words`Connect to a TiDB server or its load balancer (port ${code('4000')}); if a proxy that shares sessions stands between, go round it.`,
});
