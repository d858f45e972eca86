import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

const update: Guard = {
  lines: [],
  onFailure: words`${code('ResourceInUseException')} means that another update of the table runs: wait until ${code('describe-table')} says ${code('ACTIVE')}, then run it again. On ${code('LimitExceededException')} wait for what else is being made. An answer that did not arrive may have come through: look before it is sent again.`,
};

const guards: Readonly<Record<GuardKind, Guard>> = {
  'short-lock': update,
  unhurried: update,
  batch: {
    lines: [],
    onFailure: words`On ${code('ThrottlingException')} or ${code('ProvisionedThroughputExceededException')}, and as soon as the application is throttled, halve ${code('--max-items')}, at most three times, and go on from the last token that was printed. ${code('failed.items')} holds what is left.`,
  },
  none: { lines: [], onFailure: words`Read the error, mend its cause, run it again.` },
};

export const guard = (kind: GuardKind): Guard => guards[kind];
