import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const schema: Guard = {
  lines: [],
  onFailure: words`One change of the schema at a time, from one client: before and after it ${code('nodetool describecluster')} shows one schema version and no unreachable node, else wait. On a timeout do not send it again: look with ${code('DESCRIBE TABLE')} what stands; it may have come through.`,
};

const guards: Readonly<Record<GuardKind, Guard>> = {
  'short-lock': schema,
  unhurried: schema,
  batch: {
    lines: [],
    onFailure: words`Rows that failed are in the log folder of ${code('dsbulk')}: load those again. On write timeouts, hints or pending compactions that climb halve ${code('--executor.maxPerSecond')}; after three times stop.`,
  },
  none: { lines: [], onFailure: words`Read the error, mend its cause, run it again.` },
};

export const guard = (kind: GuardKind): Guard => guards[kind];
