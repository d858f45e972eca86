import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`${code("KILL MUTATION WHERE mutation_id = '<id>'")} stops what is left of a mutation: parts that were written anew stay so. A query by ${code("KILL QUERY WHERE query_id = '<id>'")}`,
  replicas: words`a change goes into the queue in Keeper and each replica does it by itself: look at ${code('absolute_delay')}, ${code('queue_size')} and ${code('last_exception')} of each before and after, and see that ${code('columns_version')} is equal. A replica that is down does it when it comes back`,
  changeCapture: words`there is no change stream: a Kafka table, a materialized view or a pipe (ClickPipes) names its columns, and an insert fails if the view names one that went. Change the view (${code('MODIFY QUERY')}) before the table`,
  notes: [
    words`a mutation that fails on one part stays and holds up those after it: ${code('latest_fail_reason')} in ${code('system.mutations')}`,
    words`room: a mutation writes the columns of each part anew before the old part goes`,
  ],
});
