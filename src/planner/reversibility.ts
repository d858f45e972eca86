import type { Reversibility } from '#model/plan.ts';
import { joinText, words } from '#model/text.ts';
import type { Core } from './core.ts';
import { takesAway } from './point-of-no-return.ts';
import { stepsOf } from './survey.ts';

/** Whether the former state can be had back, until when, and why not afterwards. */
export function reversibilityOf(core: Core): Reversibility {
  const last = stepsOf(core).find(({ id }) => id === core.pointOfNoReturn);
  if (last === undefined) return { verdict: 'reversible', because: words`each step has a way back that loses nothing` };
  const lost = stepsOf(core)
    .filter(({ undo }) => takesAway(undo))
    .flatMap(({ undo }) =>
      'loses' in undo && undo.loses !== 'nothing' ? [undo.loses.what] : 'because' in undo ? [undo.because] : [],
    );
  const final = last.undo.kind === 'none';
  return {
    verdict: final ? 'irreversible' : 'reversible with loss',
    because: words`from step ${last.id} on, the point of no return${lost.length > 0 ? words`: ${joinText(lost, '; ')}` : ''}`,
    pointOfNoReturn: last.id,
  };
}
