import type { Minutes, Outcome, Performed, Script, Undo } from './statement.ts';
import type { Text } from './text.ts';

const addMinutes = (left: Minutes, right: Minutes): Minutes =>
  left.kind === 'measure'
    ? left
    : right.kind === 'measure'
      ? right
      : { kind: 'assumed', minutes: Math.max(left.minutes, right.minutes) };

const inOneTransaction = (scripts: readonly [Script, ...Script[]]): Script => {
  const [first, ...rest] = scripts;
  return {
    guard: first.guard,
    transaction: 'one',
    statements: [first.statements[0], ...first.statements.slice(1), ...rest.flatMap(({ statements }) => statements)],
  };
};

function undoTogether(undos: readonly Undo[]): Undo {
  const blocked = undos.find(({ kind }) => kind === 'none' || kind === 'restore');
  if (blocked) return blocked;
  const statements = undos.flatMap((undo) => (undo.kind === 'statements' ? [undo] : [])).reverse();
  const [first, ...rest] = statements;
  if (!first) return undos[0] ?? { kind: 'unneeded', because: ['nothing changes'] };
  const scripts = statements.flatMap((undo) => undo.scripts);
  const together = scripts.every(({ transaction, guard }) => transaction === 'one' && guard === 'short-lock');
  const lossy = statements.find(({ loses }) => loses !== 'nothing');
  const ignoring = statements.flatMap(({ onlyIgnoring }) => onlyIgnoring ?? []);
  return {
    ...first,
    scripts: together
      ? [inOneTransaction([first.scripts[0], ...first.scripts.slice(1), ...rest.flatMap((undo) => undo.scripts)])]
      : [first.scripts[0], ...first.scripts.slice(1), ...rest.flatMap((undo) => undo.scripts)],
    minutes: rest.reduce((sum, undo) => addMinutes(sum, undo.minutes), first.minutes),
    loses: lossy?.loses ?? 'nothing',
    ...(ignoring.length > 0 ? { onlyIgnoring: ignoring } : {}),
  };
}

/** What all of them were asked for; nothing where it is not known of one. */
function askedBy(performed: readonly Performed[]): Pick<Performed, 'asked'> {
  const asked = performed.flatMap((outcome) => outcome.asked ?? []);
  return performed.every((outcome) => outcome.asked !== undefined) ? { asked } : {};
}

/**
 * Runs several short operations in one transaction, so that no one sees a state between them.
 *
 * Refused (returned as the first `cannot`) when one of them cannot be done. Throws when one may not run in a transaction.
 */
export function together(does: Text, worked: Text, first: Outcome, ...rest: readonly Outcome[]): Outcome {
  const outcomes = [first, ...rest];
  const refused = outcomes.find((outcome) => outcome.kind === 'cannot');
  if (refused) return refused;
  const performed = outcomes as readonly Performed[];
  const scripts = performed.flatMap((outcome) => outcome.scripts);
  const outside = scripts
    .flatMap(({ statements }) => statements)
    .find(({ effect }) => effect.transaction === 'outside');
  if (outside)
    throw new Error(
      `Cannot run \`${outside.text}\` together with others, expected a statement that may run in a transaction.`,
    );
  const [head, ...tail] = scripts;
  if (!head) throw new Error('Cannot combine no scripts, expected at least one operation.');
  return {
    kind: 'performed',
    does,
    worked,
    scripts: [inOneTransaction([head, ...tail])],
    undo: undoTogether(performed.map(({ undo }) => undo)),
    ...askedBy(performed),
  };
}

/** Runs several operations one after the other, each as it is, as one step with one undo. */
export function inTurn(does: Text, worked: Text, first: Outcome, ...rest: readonly Outcome[]): Outcome {
  const outcomes = [first, ...rest];
  const refused = outcomes.find((outcome) => outcome.kind === 'cannot');
  if (refused) return refused;
  const performed = outcomes as readonly Performed[];
  const [head, ...tail] = performed.flatMap((outcome) => outcome.scripts);
  if (!head) throw new Error('Cannot combine no scripts, expected at least one operation.');
  return {
    kind: 'performed',
    does,
    worked,
    scripts: [head, ...tail],
    undo: undoTogether(performed.map(({ undo }) => undo)),
    ...askedBy(performed),
  };
}
