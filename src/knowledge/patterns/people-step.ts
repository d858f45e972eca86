import type { StepDraft } from '#model/change.ts';
import type { Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';

/** A step that people take outside the database; what takes it back must be said. */
export const peopleStep = (
  does: Text,
  worked: Text,
  undo: Undo,
  rest: Partial<Pick<StepDraft, 'actor' | 'minutes' | 'proves'>> = {},
): StepDraft => ({
  does,
  action: { kind: 'people' },
  actor: 'executor',
  minutes: { kind: 'measure', what: does },
  worked,
  undo,
  ...rest,
});
