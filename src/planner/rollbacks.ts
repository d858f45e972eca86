import type { PhaseRollback, Step } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import { tableOf } from '#model/schema.ts';
import type { Loss, Minutes, Statement, Undo } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { writtenBy } from './compatible.ts';
import { takesAway } from './point-of-no-return.ts';
import type { Passed, Stand, Walkable } from './walk.ts';
import { passed, walkBack } from './walk.ts';

type Way = Omit<PhaseRollback, 'id' | 'first' | 'restoredWhen' | 'only'>;

const movesApplication = ({ action }: Step): boolean =>
  action.kind === 'deploy' || action.kind === 'flag' || action.kind === 'stop';

const undoable = ({ undo }: Step): boolean => undo.kind === 'statements';

const minutesOf = (undo: Undo): Minutes | undefined => ('minutes' in undo ? undo.minutes : undefined);

/** A step that looks, waits or asks: there is nothing of it to stop. */
export const onlyLooks = ({ action, undo }: Step): boolean =>
  (action.kind === 'check' || action.kind === 'hold' || action.kind === 'people') && undo.kind === 'unneeded';

/** Adds up minutes; a part that must be measured makes the sum one that must be measured. */
export function sumMinutes(parts: readonly Minutes[]): Minutes {
  const unknown = parts.find(({ kind }) => kind === 'measure');
  if (unknown) return unknown;
  const total = parts.reduce((sum, part) => sum + (part.kind === 'measure' ? 0 : part.minutes), 0);
  return {
    kind: parts.every(({ kind }) => kind === 'given') && parts.length > 0 ? 'given' : 'computed',
    minutes: total,
  };
}

const sumLoss = (losses: readonly Loss[]): Loss => {
  const lossy = losses.flatMap((loss) => (loss === 'nothing' ? [] : [loss.what]));
  return lossy.length === 0 ? 'nothing' : { what: joinText(lossy, '; ') };
};

/** Undoing these steps is right from each step of the phase on, as far as they were taken. */
function holds(plan: Walkable, steps: readonly Passed[], phase: string, undoes: ReadonlySet<string>): boolean {
  return steps
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.phase === phase && !takesAway(entry.step.undo))
    .every(({ entry, index }) => {
      const taken = steps.slice(0, index + 1).filter(({ step }) => undoes.has(step.id));
      return walkBack(plan, entry.after, taken).violations.length === 0;
    });
}

/** Flag positions pass in one move on the way back: only the first step of a flag counts for the clock. */
const minutesOfUndoes = (steps: readonly Passed[]): Minutes => {
  const flags = steps.filter(({ step }) => step.undo.kind === 'flag').slice(0, 1);
  const others = steps.filter(({ step }) => step.undo.kind !== 'flag');
  return sumMinutes([...flags, ...others].flatMap(({ step }) => minutesOf(step.undo) ?? []));
};

function wayOf(
  plan: Walkable,
  steps: readonly Passed[],
  phase: string,
  chosen: readonly Passed[],
  leaves: readonly string[],
): Way {
  const end = steps.findLast((entry) => entry.phase === phase);
  const back = walkBack(plan, end?.after ?? (steps[0]?.before as Stand), chosen);
  return {
    undoes: chosen.map(({ step }) => step.id).toReversed(),
    brings: back.stand.running,
    minutes: minutesOfUndoes(chosen),
    loses: sumLoss(back.loses),
    leaves,
  };
}

/**
 * The shortest way back from each phase that leaves nobody without what it needs.
 *
 * The application goes back first and the schema stays, wherever the laws allow it, also when the ways of all earlier
 * phases follow. A phase that moves no release and harms nobody by staying is left; the phase before shows the way on,
 * at once where there is nothing to stop. Before a point of no return all that was reached of its phase is undone.
 */
export function rollbackWays(plan: Walkable): ReadonlyMap<string, Way> {
  const { steps } = passed(plan);
  return plan.phases.reduce<ReadonlyMap<string, Way>>((ways, { id }, index) => {
    const own = steps.filter((entry) => entry.phase === id && !takesAway(entry.step.undo));
    const application = own.filter(({ step }) => movesApplication(step));
    const schema = own.filter(({ step }) => undoable(step));
    const all = own.filter(({ step }) => movesApplication(step) || undoable(step));
    const earlier = plan.phases.slice(0, index).findLast((phase) => (ways.get(phase.id)?.undoes.length ?? 0) > 0);
    const before = plan.phases.slice(0, index).flatMap((phase) => ways.get(phase.id)?.undoes ?? []);
    const ids = (chosen: readonly Passed[]) => chosen.map(({ step }) => step.id);
    const right = (chosen: readonly Passed[]) =>
      holds(plan, steps, id, new Set(ids(chosen))) && holds(plan, steps, id, new Set([...ids(chosen), ...before]));

    const crossing = steps.some((entry) => entry.phase === id && takesAway(entry.step.undo));
    const choices =
      application.length > 0
        ? [application, all]
        : earlier === undefined
          ? [schema]
          : crossing
            ? [schema, []]
            : [[], schema];
    const chosen = choices.find(right) ?? all;
    const leaves = ids(schema).filter((step) => !ids(chosen).includes(step));
    const then =
      earlier !== undefined && holds(plan, steps, id, new Set([...ids(chosen), ...before])) ? { then: earlier.id } : {};
    const onward = earlier === undefined ? undefined : ways.get(earlier.id);
    const same =
      onward !== undefined &&
      'then' in then &&
      own.every(({ step }) => onlyLooks(step)) &&
      holds(plan, steps, id, new Set(onward.undoes));
    const way: Way = same
      ? { ...onward, undoes: [], leaves: [], ...then, atOnce: true }
      : { ...wayOf(plan, steps, id, chosen, leaves), ...then };
    return new Map([...ways, [id, way]]);
  }, new Map());
}

const undoStatements = ({ undo }: Step): readonly Statement[] =>
  undo.kind === 'statements' ? statementsOf(undo.scripts) : [];

/** Undoing these takes away a column or table that a release writes: what must be true before it. */
export function onlyWith(undone: readonly Step[], releases: readonly Release[]): Text | undefined {
  const deltas = undone.flatMap(undoStatements).flatMap((statement) => statement.deltas);
  const goes = (column: string): boolean =>
    deltas.some(
      (delta) =>
        (delta.kind === 'drop-column' && delta.column === column) ||
        (delta.kind === 'drop-table' && delta.table === tableOf(column)),
    );
  const before = releases[releases.findIndex((release) => writtenBy(release).some(goes)) - 1];
  return before
    ? words`only with every instance on ${before.title}, none newer starting, no dependent on it`
    : undefined;
}

/** How one sees that a phase was taken back. */
export function restoredWhen(
  steps: readonly Step[],
  undoes: readonly string[],
  titles: readonly string[],
  copies: boolean,
): Text {
  const undone = steps.filter(({ id }) => undoes.includes(id));
  const kinds = new Set(undone.map(({ undo }) => undo.kind));
  const loops = undone.flatMap(undoStatements).some(({ repeat }) => repeat !== undefined);
  const release = titles.length > 0 ? titles.join(' and ') : 'the release before';
  const parts = [
    ...(kinds.has('flag') ? [words`flag at 0 % on every instance`] : []),
    ...(kinds.has('deploy') ? [words`every instance on ${release}`] : []),
    ...(kinds.has('statements') ? [words`the schema is as before the phase`] : []),
    ...(loops ? [words`${copies ? 'the parity check is 0' : 'nothing is left to copy'} over the whole key`] : []),
  ];
  return parts.length > 0 ? joinText(parts, '; ') : words`it is stopped`;
}
