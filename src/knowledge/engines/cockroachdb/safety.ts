import type { Safety, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { pages } from './manual.ts';
import { reading } from './reading.ts';

/** How to stop, and what stands around the cluster. */
export const safety = (_situation: Situation): Safety => ({
  restorePoint: reading(`SELECT now()`, {
    page: `${pages.past}#use-as-of-system-time-to-recover-recently-lost-data`,
    remark: 'AS OF SYSTEM TIME reads from that moment, RESTORE … AS OF SYSTEM TIME goes to it',
  }),
  cancel: words`${code('CANCEL JOB <job_id>')} takes back what the job did, beside reads and writes; ${code('PAUSE JOB')} and ${code('RESUME JOB')} hold it in between. ${code('DROP')}, ${code('RENAME')}, ${code('CREATE TABLE … AS')} and ${code('ALTER TYPE')} (but ${code('DROP VALUE')}) cannot be cancelled`,
  replicas: words`every node has the change in the same moment: there is no replica that replays it later. A follower read (${code('AS OF SYSTEM TIME')}) reads the schema of its moment. A standby of physical cluster replication is behind by its lag, which a large backfill lets grow; logical replication locks the schema of its tables and lets through only what its list allows, on both clusters by hand`,
  changeCapture: words`a changefeed goes on through schema changes: adding a column with a default, a stored computed one or a NOT NULL one, and dropping a column emit the whole table once more (${code('schema_change_policy = backfill')}; ${code('nobackfill')} and ${code('stop')} do not). Count the messages and tell consumers before; keep them idempotent. A changefeed that lags holds back garbage collection, and the disk fills`,
  triggers: words`a trigger is a PL/pgSQL function and runs in the transaction of the writer, row by row: an error in it fails the write. They are there since 24.3, in preview up to 26.1, and see no hidden column`,
  notes: [
    words`a schema change waits for open transactions that use the table, and one schema change of a table for the other: look for old transactions before each step, and run one change at a time`,
    words`${code('gc.ttlseconds')} (14,400, that is 4 hours, unless the zone says otherwise) is how far ${code('AS OF SYSTEM TIME')} reads back, rows of a dropped column or table too: look it up in ${code('SHOW ZONE CONFIGURATION FROM TABLE')} before anything is dropped`,
    words`a restore never overwrites: it makes the table or database under another name (${code('new_db_name')}, ${code('into_db')}), and rows are copied back from it`,
  ],
});
