import type { ChangeContext } from '#model/change.ts';
import type { Outcome, Performed, Script, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import type { Replacement } from './replacement.ts';
import { fillsLate, namesOf, pairOf } from './replacement.ts';
import { relaxed } from './replacement-drop.ts';
import { batchRows, rowKey } from './row-key.ts';

type Scripts = readonly Script[];

/** Such as a function that nobody calls yet: it can stand before the transaction, which then holds its locks for less. */
const touchesNothing = ({ statements }: Script): boolean =>
  statements.every(({ effect, deltas }) => effect.locks.length === 0 && deltas.length === 0);

const isLoop = ({ statements }: Script): boolean => statements.some(({ repeat }) => repeat !== undefined);

const withScripts = (outcome: Performed, [first, ...rest]: Scripts): Performed =>
  first === undefined ? outcome : { ...outcome, scripts: [first, ...rest] };

const undoScripts = ({ undo }: Performed): Scripts => (undo.kind === 'statements' ? undo.scripts : []);

/** Puts `first` before the scripts of an operation. */
const after = (first: Scripts, outcome: Outcome): Outcome =>
  outcome.kind === 'cannot' ? outcome : withScripts(outcome, [...first, ...outcome.scripts]);

/** The column and its sync in one transaction, so that no row is written without it. */
export function addWithSync(context: ChangeContext, does: Text, worked: Text, replacement: Replacement): Outcome {
  const { engine } = context;
  const { table, to, newType } = replacement;
  const { sync } = namesOf(replacement);
  const added = engine.addColumn({ table, column: to, type: newType, nullable: true });
  const started = engine.startSync({
    name: sync,
    table,
    pairs: [pairOf(replacement)],
    key: rowKey(context, table),
  });
  if (started.kind === 'cannot' || !engine.can('transactionalDdl')) return asOne(context, does, worked, added, started);
  const held = started.scripts.filter((script) => !touchesNothing(script));
  return after(started.scripts.filter(touchesNothing), asOne(context, does, worked, added, withScripts(started, held)));
}

/** Function; then the default goes back in the transaction that starts the sync; then the copy; then NOT NULL. */
function undoOfStop(
  context: ChangeContext,
  undo: Extract<Undo, { kind: 'statements' }>,
  defaults: readonly Performed[],
  nullable: readonly Performed[],
): Undo {
  const { scripts } = undo;
  const turning = scripts.filter((script) => !touchesNothing(script) && !isLoop(script));
  const back = defaults.toReversed().flatMap(undoScripts);
  const [first, ...rest] = [...back, ...turning];
  const statements = [first, ...rest].flatMap((script) => script?.statements ?? []);
  const [head, ...tail] = statements;
  const joined: Scripts =
    first === undefined || head === undefined || !context.engine.can('transactionalDdl')
      ? [...back, ...turning]
      : [{ ...first, transaction: 'one', statements: [head, ...tail] }];
  const [start, ...others] = [
    ...scripts.filter(touchesNothing),
    ...joined,
    ...scripts.filter(isLoop),
    ...nullable.flatMap(undoScripts),
  ];
  return start === undefined ? undo : { ...undo, scripts: [start, ...others] };
}

/** The sync ends in one transaction with the move of the default, so that no insert meets a moment without either. */
export function stopWithDefault(context: ChangeContext, replacement: Replacement): Outcome {
  const { table, from, to, default: given } = replacement;
  const stopped = context.engine.stopSync({
    name: namesOf(replacement).sync,
    table,
    pairs: [pairOf(replacement)],
    key: rowKey(context, table),
    batchSize: batchRows,
  });
  const { nullable: relaxing, defaults } = relaxed(context, replacement);
  // Where the sync fills late, the old column may be empty since the release that no longer names it.
  const nullable = fillsLate(context) ? [] : relaxing;
  const [first, ...rest] = [...nullable, ...defaults, stopped];
  const outcome = asOne(
    context,
    words`Stop the sync${given === undefined ? '' : words`, move the default to ${code(to)}`}, let ${code(from)} be empty in new rows`,
    words`inserts with and without a value have ${code(to)}; errors flat 30 min`,
    first ?? stopped,
    ...rest,
  );
  if (outcome.kind === 'cannot' || stopped.kind === 'cannot' || stopped.undo.kind !== 'statements') return outcome;
  const done = (outcomes: readonly Outcome[]): readonly Performed[] =>
    outcomes.filter((one): one is Performed => one.kind === 'performed');
  return { ...outcome, undo: undoOfStop(context, stopped.undo, done(defaults), done(nullable)) };
}
