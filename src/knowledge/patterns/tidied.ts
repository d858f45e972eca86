import { type StepDraft, step } from '#model/change.ts';
import type { BoundEngine } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';

/** What a table needs after many of its rows have changed. No step where the engine has no such task. */
export function tidied(engine: BoundEngine, table: TableName): readonly StepDraft[] {
  const outcome = engine.vacuum({ table });
  return outcome.kind === 'cannot' ? [] : [step(outcome)];
}
