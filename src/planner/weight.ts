import { oncePer } from '#model/once-per.ts';
import { isGiven } from '#model/given.ts';
import { assess } from './assess.ts';
import type { Core } from './core.ts';
import { survey } from './survey.ts';

/** How much is written around a plan. */
export type Weight = 'light' | 'full';

/**
 * Light: of low risk in both judgements, purely additive, no row is moved, no release is brought out, all is known and can be taken back.
 *
 * It drops rows that do not apply and says the others in fewer words; nothing critical goes.
 */
export const weightOf = oncePer((core: Core): Weight => {
  const { risk, changes } = core.brief;
  const { movesRows, deploys, flags, lossAt, unknown } = survey(core);
  const additive = changes.every(({ nature }) => nature === 'additive');
  const { level } = assess(core);
  const low = isGiven(risk) ? risk === 'low' && level !== 'high' : level === 'low';
  return low && additive && !movesRows && !unknown && deploys.length + flags.length === 0 && lossAt === undefined
    ? 'light'
    : 'full';
});
