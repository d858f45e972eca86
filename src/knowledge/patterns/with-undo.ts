import type { Outcome, Script, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';

/** The same operation with scripts that run before its own way back, such as an export that keeps what was written since. */
export function undoAfter(outcome: Outcome, first: Outcome, note: Text): Outcome {
  if (outcome.kind === 'cannot' || first.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const { undo } = outcome;
  const scripts: readonly [Script, ...Script[]] = [...first.scripts, ...undo.scripts];
  return { ...outcome, undo: { ...undo, scripts, loses: 'nothing', note } };
}

/** The same operation with another way back. */
export const undoInstead = (outcome: Outcome, undo: Undo): Outcome =>
  outcome.kind === 'cannot' ? outcome : { ...outcome, undo };

/** The same operation where its way back takes away nothing that stands nowhere else, such as a table of copies. */
export const undoLosesNothing = (outcome: Outcome, note: Text): Outcome =>
  outcome.kind === 'cannot' || outcome.undo.kind !== 'statements'
    ? outcome
    : { ...outcome, undo: { ...outcome.undo, loses: 'nothing', note } };

/** The same operation, taken back by other operations: what makes again what it took away. */
export function undoByDoing(outcome: Outcome, ...others: readonly Outcome[]): Outcome {
  if (outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const [first, ...rest] = others.flatMap((other): readonly Script[] =>
    other.kind === 'performed' ? other.scripts : [],
  );
  return first === undefined ? outcome : { ...outcome, undo: { ...outcome.undo, scripts: [first, ...rest] } };
}

/**
 * The same operation, whose way back runs its short scripts in one transaction, where there is such a thing, and then the rest.
 *
 * What takes back the last operation comes last, so that the tables are locked in the order of the way there: a writer of both never meets it head-on.
 */
export function undoAtOnce(outcome: Outcome, inTransaction: boolean, note: Text): Outcome {
  if (outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const { scripts } = outcome.undo;
  const isShort = ({ guard, transaction }: Script) => guard === 'short-lock' && transaction === 'one';
  const [last, ...others] = scripts.filter(isShort);
  const [head, ...tail] = [...others, ...(last === undefined ? [] : [last])];
  const atOnce: readonly [Script, ...Script[]] =
    inTransaction && head !== undefined
      ? [
          {
            ...head,
            statements: [
              head.statements[0],
              ...head.statements.slice(1),
              ...tail.flatMap(({ statements }) => statements),
            ],
          },
          ...scripts.filter((script) => !isShort(script)),
        ]
      : scripts;
  return { ...outcome, undo: { ...outcome.undo, scripts: atOnce, note } };
}
