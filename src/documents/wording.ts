import type { Phase, Plan, Step } from '#model/plan.ts';
import type { Source } from '#model/source.ts';
import type { Loss, Minutes, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { plain, words } from '#model/text.ts';
import { statementsOf } from '#model/statement.ts';
import { durationText } from '#model/time.ts';

/** `12`, `160`, `1 (assumed)` or `measure`. Only what was given or computed stands alone. */
export function minutesText(minutes: Minutes): Text {
  switch (minutes.kind) {
    case 'given':
    case 'computed':
      return words`${durationText(minutes.minutes)}`;
    case 'assumed':
      return words`~ ${durationText(minutes.minutes)}`;
    case 'measure':
      return words`measure`;
  }
}

/** The same under a head that says `Min`. */
export const minutesCell = (minutes: Minutes): Text => words`${plain(minutesText(minutes)).replace(/ min$/, '')}`;

export const lossText = (loss: Loss): Text => (loss === 'nothing' ? words`nothing` : loss.what);

const phaseOf = (plan: Plan, step: Step): Phase | undefined => plan.phases.find(({ steps }) => steps.includes(step));

/** A look, a wait or a scan leaves nothing to undo, and nothing to say about it. */
const changesNothing = ({ action }: Step): boolean =>
  action.kind === 'check' ||
  action.kind === 'hold' ||
  (action.kind === 'statements' &&
    statementsOf(action.scripts).every(
      ({ effect, deltas }) => deltas.every(({ kind }) => kind === 'export') && effect.work !== 'rows',
    ));

/** How a step is undone, as a reference to section 4. */
export function undoText(plan: Plan, step: Step): Text {
  const undo: Undo = step.undo;
  const own = phaseOf(plan, step)?.rollback;
  const rollback = own?.id ?? '';
  switch (undo.kind) {
    case 'statements':
      return undo.loses === 'nothing'
        ? own?.undoes.length === 1 && own.undoes[0] === step.id
          ? words`${rollback}`
          : words`${rollback}, undo ${step.id}`
        : words`${rollback}, undo ${step.id}; loses ${undo.loses.what}`;
    case 'deploy':
    case 'flag':
      return words`${rollback}`;
    case 'restore':
      return words`restore: ${undo.from}`;
    case 'unneeded':
      return changesNothing(step) ? words`–` : words`none needed: ${undo.because}`;
    case 'none':
      return words`none: ${undo.because}`;
  }
}

/** `measured on PostgreSQL 14–18`, `documented`, or the open question. */
export function sourceText(source: Source): string {
  switch (source.kind) {
    case 'manual':
      return 'documented';
    case 'measured':
      return `measured on ${source.versions}`;
    case 'unconfirmed':
      return 'unconfirmed';
  }
}
