import type { ChangeContext } from '#model/change.ts';
import { inTurn, together } from '#model/combine.ts';
import type { Outcome } from '#model/statement.ts';
import type { Text } from '#model/text.ts';

/** Several short operations as one step: in one transaction where the engine undoes schema changes with it, else one after the other. */
export const asOne = (
  { engine }: ChangeContext,
  does: Text,
  worked: Text,
  first: Outcome,
  ...rest: readonly Outcome[]
): Outcome => (engine.can('transactionalDdl') ? together : inTurn)(does, worked, first, ...rest);
