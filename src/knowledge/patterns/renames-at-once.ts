import type { Outcome } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';

/** A rename that moves no row and goes back in a moment: only such a one hides a table. */
export const renamesAtOnce = (outcome: Outcome): boolean =>
  outcome.kind === 'performed' && statementsOf(outcome.scripts).every(({ effect }) => effect.work !== 'rows');
