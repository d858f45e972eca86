import type { Hosting } from '#model/engine.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const exadata: Hosting = {
  id: 'exadata',
  name: 'Exadata, on premises or as a cloud service',
  backup: words`RMAN ${code('BACKUP DATABASE PLUS ARCHIVELOG')} or the backup of the service, and a guaranteed restore point beside it, with room in the recovery area for the redo of the whole change`,
  pointInTime: words`RMAN ${code('DUPLICATE DATABASE … UNTIL TIME')} makes a second database, and what you need is copied back; ${code('RECOVER TABLE … UNTIL TIME')} does that for one table. ${code('FLASHBACK DATABASE TO RESTORE POINT')} takes the whole database back at once: every later write of everybody is lost`,
  copy: words`a sparse or full clone of a test master on the same machine, or a snapshot standby`,
  notes: [
    words`It is a cluster: read ${code('gv$session')} with ${code('inst_id')}, and cancel with ${code("'sid, serial, @instance'")}`,
    words`Scans run in the storage: a proof or a build is faster than elsewhere, and so the rehearsal must run on Exadata too`,
  ],
  source: manual('https://docs.oracle.com/en/engineered-systems/exadata-database-machine/index.html'),
};
