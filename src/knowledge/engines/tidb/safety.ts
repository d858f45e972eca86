import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { reading } from '../mysql/reading.ts';
import { inDocs } from './manual.ts';

/** How to stop, and what stands around the cluster. */
export const safety = (): Safety => ({
  restorePoint: reading('SHOW MASTER STATUS', {
    source: inDocs('sql-statement-show-master-status'),
    remark: 'Position is the TSO of this moment',
  }),
  cancel: words`${code('ADMIN SHOW DDL JOBS')} gives the id of a job, ${code('ADMIN CANCEL DDL JOBS <id>')} takes it back and leaves the table as it was; from 7.5 on ${code('ADMIN PAUSE DDL JOBS <id>')} and ${code('ADMIN RESUME DDL JOBS <id>')} hold an index build and let it go on. Killing the client does not end the job. A batch ends with ${code('KILL TIDB <id>')}`,
  replicas: words`every TiDB server learns of a job before its next state, so there is no lag of the schema; a TiFlash replica follows on its own (${code('information_schema.TIFLASH_REPLICA')})`,
  changeCapture: words`a TiCDC changefeed carries DDL to its target and stops at what the target refuses: look at ${code('cdc cli changefeed list')} before and after each step, and pause it for a ${code('FLASHBACK CLUSTER')}, whose change of the schema it does not carry. While it is paused it holds the garbage collection back for 24 hours, no longer`,
  notes: [
    words`each statement is a job of its own: after an error run the undo of the statements before it, last first, or go on from the one that failed`,
    words`${code('FLASHBACK CLUSTER TO TIMESTAMP')} sets the whole cluster back to a moment within ${code('tidb_gc_life_time')}: it ends all connections, cannot be cancelled, and every write since is lost`,
    words`until garbage collection has passed them, rows can be read as they were (${code("SELECT … FROM t AS OF TIMESTAMP '…'")}) and written back`,
  ],
});
