import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const again = words`Read the error and mend its cause. Statements of the file that were done stand. Run the file again from the one that failed.`;

/** No statement waits for a lock: what meets another change of the same partition is tried again three times, then refused. */
export const guard = (kind: GuardKind): Guard => ({
  lines: [],
  onFailure:
    kind === 'short-lock' || kind === 'batch'
      ? words`${code('Could not serialize access')} means that another change met the same partition, also in three tries of BigQuery’s own: nothing of the statement is done, let the other end and run it again, at most 10 times. ${code('UPDATE or DELETE statement over table … would affect rows in the streaming buffer')}: stop the stream and wait: 30 min by the manual, 90 min by the support pages. ${code('Exceeded rate limits: too many table update operations')}: wait a minute. In any other case stop.`
      : again,
});
