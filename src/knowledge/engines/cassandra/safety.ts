import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`a change of the schema takes no time and cannot be ended; an index build ends with ${code('DROP INDEX')}. ${code('dsbulk')} ends with Ctrl-C: rows written so far stay`,
  replicas: words`every node holds its part, and learns of a change by itself: a node that is down learns of it when it comes back, so none may be down. The other data centres have it within seconds: ${code('nodetool describecluster')} shows one schema version`,
  changeCapture: words`change data capture writes what each replica writes, so a reader sees each row as often as there are replicas, and a new column without any announcement: tell its owner before`,
  notes: [
    words`a snapshot is of one node: take it on all within the same minute, and note the time zone, because there is no one moment for all`,
    words`a repair must end within ${code('gc_grace_seconds')} (10 days unless changed) after each delete: a node that missed it brings deleted rows back`,
    words`conditional writes (${code('IF')}) and plain writes to the same rows do not see each other in order: a fill of rows that the application writes with ${code('IF')} must use ${code('IF')} too`,
  ],
});
