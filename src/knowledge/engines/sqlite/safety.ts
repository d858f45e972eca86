import type { Safety, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { reading } from './reading.ts';
import { statement } from './statement.ts';

/** The copied file is the restore point; a service keeps its own, so only the moment is noted there. */
const restorePoint = ({ hosting }: Situation) =>
  isGiven(hosting) && (hosting.id === 'turso' || hosting.id === 'cloudflare-d1')
    ? reading("SELECT datetime('now')", {
        source: inManual('lang_datefunc'),
        remark: 'UTC',
      })
    : statement("VACUUM INTO '<copy of the file>'", {
        work: 'scan',
        transaction: 'outside',
        page: 'lang_vacuum#vacuuminto',
        remark: 'a whole copy as of this moment while the file is in use; the name must not exist yet',
      });

/** How to stop, and what stands around the file. */
export const safety = (situation: Situation): Safety => ({
  restorePoint: restorePoint(situation),
  cancel: words`Ctrl-C in ${code('sqlite3')}, or end its process: the open transaction is undone when the file is next opened. Never delete a ${code('-wal')} or ${code('-journal')} file: it holds committed rows, or the way back`,
  replicas: words`SQLite has none of its own: a tool that copies the file or its log copies a rebuild as that many changed pages, and its lag grows with it`,
  changeCapture: words`SQLite has no stream of changes: what captures them does so by triggers or in the application, and a rebuild drops the triggers of its table: they are among those that come again`,
  notes: [
    words`to go back to the copied file: stop every program that has the file open, move the file away together with its ${code('-wal')} and ${code('-shm')}, put the copy in its place, run ${code('PRAGMA integrity_check')}, start`,
  ],
});
