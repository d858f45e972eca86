import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'Self-managed, with or without RAC and Data Guard',
  backup: words`RMAN ${code('BACKUP DATABASE PLUS ARCHIVELOG')}, then ${code('RESTORE DATABASE VALIDATE')}; see that ${code('v$database')} says ${code('ARCHIVELOG')}. In Enterprise Edition a guaranteed restore point beside it, with room in the recovery area for the redo of the whole change`,
  pointInTime: words`RMAN ${code('DUPLICATE DATABASE … UNTIL TIME')} makes a second database, and what you need is copied back by Data Pump; RMAN ${code('RECOVER TABLE … UNTIL TIME')} does that for one table. ${code('FLASHBACK DATABASE TO RESTORE POINT')} takes the whole database back at once: every later write of everybody is lost, and it must be mounted and opened with ${code('RESETLOGS')}`,
  copy: words`a duplicate made by RMAN, or a snapshot standby, which takes writes and then goes back by itself`,
  notes: [
    words`With RAC each instance has its own ${code('v$')} views: read ${code('gv$session')} with ${code('inst_id')}, and cancel with ${code("'sid, serial, @instance'")}. A schema change invalidates cursors on every instance`,
    words`${code('NOLOGGING')} work is not on a standby and in no backup: ${code('FORCE LOGGING')} must be on`,
  ],
  source: inManual('bradv/rman-performing-flashback-dbpitr.html'),
};
