import type { Safety } from '#model/engine.ts';
import { words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`find out before the change how a running statement is cancelled and what it leaves behind: nothing, an unusable index, half of the rows. Cancel the statement first; end its session only if that does nothing`,
  replicas: words`find out whether a schema change is replayed on replicas with the same lock, and what that does to long queries there. Look at each replica before and after each schema step`,
  changeCapture: words`find out whether readers of the change stream see a schema change, and whether it must come to them first. Tell their owners before`,
  notes: [
    words`where nothing is confirmed, the restored backup is the only way back that can be relied on: measure how long it takes`,
  ],
});
