import type { Outcome } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';

/** Others wait, or may wait, for as long as it works through the rows. */
export const holdsUp = (outcome: Outcome): boolean =>
  outcome.kind === 'performed' &&
  statementsOf(outcome.scripts).some(
    ({ effect }) => /writes|unconfirmed/.test(effect.blocks) && effect.work !== 'none' && effect.work !== 'catalog',
  );
