import type { Text } from '#model/text.ts';
import { words } from '#model/text.ts';
import type { Core } from './core.ts';
import { stepsOf, survey } from './survey.ts';

/** A lock that is not granted ends the statement, by a limit that the engine knows. */
const waitsEnd = ({ brief: { engine, situation } }: Core): boolean =>
  engine.guard('short-lock', situation).lines.length > 0;

/** What is cancelled is undone by the engine itself. */
export const undoesItself = (core: Core): boolean =>
  core.brief.engine.running(core.brief.situation).begin !== '' && filesAreWhole(core);

/** Each file happens whole or not at all: it has one statement, or a transaction around all. */
const filesAreWhole = (core: Core): boolean => {
  const { engine, situation } = core.brief;
  const transactions = engine.running(situation).begin !== '';
  return stepsOf(core)
    .flatMap(({ action, undo }) => [
      ...(action.kind === 'statements' ? action.scripts : []),
      ...(undo.kind === 'statements' ? undo.scripts : []),
    ])
    .every(({ statements, transaction }) => statements.length === 1 || (transactions && transaction === 'one'));
};

/** The guard says already what to do: nothing has changed, and the file is run again. */
export const lockEndsWell = (core: Core): boolean =>
  survey(core).locksTables && !survey(core).unknown && waitsEnd(core) && filesAreWhole(core);

/** What stands when a lock was never granted, as far as the engine is known to keep it so. */
export const lockNeverGranted = (core: Core): Text =>
  !survey(core).locksTables && !survey(core).unknown
    ? words`a step does not end: cancel it and look what stands`
    : !waitsEnd(core)
      ? words`a statement waits: no limit is known to end it, cancel it and look what stands`
      : filesAreWhole(core)
        ? words`lock never granted: nothing has changed, try later`
        : words`lock never granted: what its file ran before it stands`;
