import type { ColumnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';

/** The same operation, said to fill further columns: a label, or the key of a row that was copied. */
export function alsoFills(outcome: Outcome, columns: readonly ColumnName[]): Outcome {
  if (outcome.kind === 'cannot') return outcome;
  const [first, ...others] = outcome.scripts;
  const [statement, ...rest] = first.statements;
  const deltas = [...statement.deltas, ...columns.map((column) => ({ kind: 'fill', column }) as const)];
  const script: Script = { ...first, statements: [{ ...statement, deltas }, ...rest] };
  return { ...outcome, scripts: [script, ...others] };
}
