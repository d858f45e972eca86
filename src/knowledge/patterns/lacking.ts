import type { Capabilities } from '#model/capability.ts';
import type { ChangeContext } from '#model/change.ts';
import { type Text, words } from '#model/text.ts';

/** Why a plan goes without a capability: nobody knows whether the engine has it, or it is known not to. `not confirmed on …` */
export function lacking({ engine }: Pick<ChangeContext, 'engine'>, capability: keyof Capabilities): Text {
  const { kind } = engine.capability(capability);
  return kind === 'unconfirmed'
    ? words`not confirmed on ${engine.name}`
    : kind === 'since'
      ? words`not to be had on ${engine.name} in the version at hand`
      : words`not to be had on ${engine.name}`;
}
