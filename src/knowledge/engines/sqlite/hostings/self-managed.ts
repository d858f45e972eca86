import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

export const selfManaged: Hosting = {
  id: 'self-managed',
  name: 'A file beside the application',
  backup: words`copy the file while it is in use with ${code("VACUUM INTO '<copy of the file>'")}, and see that ${code('PRAGMA integrity_check')} on the copy says ok`,
  pointInTime: words`there is no point in time but that of the copied file: stop every program, put the copy in the file’s place; what was written since is only in the file that was moved away`,
  copy: words`the copied file, on a machine with the same disk`,
  notes: [words`WAL does not work over a network file system: the file and its programs stand on one machine`],
  source: inManual('lang_vacuum#vacuuminto'),
};
