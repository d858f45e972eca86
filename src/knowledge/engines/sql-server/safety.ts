import type { Safety, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { reading } from './reading.ts';
import { statement } from './statement.ts';
import { onAzure } from './versions.ts';

/** A mark in the log can be restored to by name; a service restores to a moment, so the moment is noted. */
function restorePoint({ hosting }: Situation): Statement {
  return isGiven(hosting) && hosting.id === 'self-managed'
    ? statement(
        `BEGIN TRANSACTION before_loss WITH MARK N'before rows or columns go';
UPDATE dbo.<a small table> SET <column> = <column>;
COMMIT TRANSACTION before_loss;
SELECT SYSUTCDATETIME()`,
        {
          language: 'text',
          work: 'none',
          page: 'relational-databases/backup-restore/recovery-of-related-databases-that-contain-marked-transaction',
          remark: 'a mark needs a write; RESTORE LOG … WITH STOPATMARK goes to it',
        },
      )
    : reading(`SELECT SYSUTCDATETIME()`, {
        source: inManual('t-sql/functions/sysutcdatetime-transact-sql'),
        work: 'none',
      });
}

/** How to stop, and what stands around the primary. */
export const safety = (situation: Situation): Safety => ({
  restorePoint: restorePoint(situation),
  cancel: words`${code('Ctrl+C')} in ${code('sqlcmd')}, else ${code('KILL <session>')}: what it did is undone first, which can take as long as the work did (${code('KILL <session> WITH STATUSONLY')})${onAzure(situation) ? '; accelerated database recovery, always on here, makes that short' : '; accelerated database recovery, since 2019, makes that short where it is on'}. A resumable build is paused, not undone: ${code('ALTER INDEX … ABORT')} ends it. Never restart the server to end a rollback: recovery does the same work with the database closed`,
  replicas: words`each secondary redoes a schema change under the same ${code('Sch-M')}: a long query on a readable secondary holds up its redo of everything; look for old queries there before each schema step. A synchronous secondary that falls behind slows every commit on the primary`,
  changeCapture: words`a capture instance of change data capture keeps the columns of the day it was made: a new column is not in it, a dropped one goes on as NULL, a changed type is taken over. Make a second instance (${code('sys.sp_cdc_enable_table')}, two at most for a table) after a new column, let readers move, then drop the first. A table captured or published cannot be renamed or switched without more; while nothing reads, the log grows`,
  triggers: words`from the moment a table has a trigger, each statement on it with ${code('OUTPUT')} and without ${code('INTO')} fails (error 334). Entity Framework Core 7 and later write such statements unless the model says ${code('HasTrigger')}: the release that runs today must say it, and be out, before the trigger. Bulk loads pass a trigger by unless they ask for ${code('FIRE_TRIGGERS')}; a trigger must bear statements over many rows`,
  notes: [
    words`a restore makes another database or overwrites this one; a table is then copied back from it`,
    words`a temporal table takes ${code('ADD')}, ${code('ALTER')} and ${code('DROP COLUMN')} over to its history; ${code('SYSTEM_VERSIONING')} must be off for the rest`,
    words`${code('RCSI')} lets readers go on beside writers, but nobody goes on beside ${code('Sch-M')}, not even ${code('NOLOCK')}`,
  ],
});
