import type { Step } from '#model/plan.ts';
import type { Undo } from '#model/statement.ts';

/** The undo cannot bring back what was there: there is none, or it loses something, or only a restore helps. */
export const takesAway = (undo: Undo): boolean =>
  undo.kind === 'none' || undo.kind === 'restore' || ('loses' in undo && undo.loses !== 'nothing');

/** The first step after which the former state cannot be had back without loss; `undefined` for a plan that can be taken back whole. */
export const pointOfNoReturn = (phases: readonly { readonly steps: readonly Step[] }[]): Step | undefined =>
  phases.flatMap(({ steps }) => steps).find(({ undo }) => takesAway(undo));
