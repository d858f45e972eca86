import type { PhaseRollback, Step } from '#model/plan.ts';
import type { Loss, Minutes, Undo } from '#model/statement.ts';
import { joinText } from '#model/text.ts';
import { mayStay } from './leftovers.ts';
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

type PlannedPhase = Walkable['phases'][number];

/** The phase whose way comes next when that of this one does not help, and one in between whose additions harm nobody. */
function onward(
  undone: readonly PlannedPhase[],
  stays: (phase: PlannedPhase, between: boolean) => boolean,
  right: (phases: readonly PlannedPhase[]) => boolean,
): Pick<Way, 'then' | 'rests'> {
  const next = undone.findLast((phase, at) => !stays(phase, at < undone.length - 1));
  const through = next === undefined ? [] : undone.slice(0, undone.indexOf(next) + 1);
  const [skipped] = undone.slice(through.length);
  return {
    ...(next !== undefined && right(through) ? { then: next.id } : {}),
    ...(skipped === undefined ? {} : { rests: skipped.id }),
  };
}

/**
 * The shortest way back from each phase that leaves nobody without what it needs.
 *
 * The application goes back first and the schema stays, wherever the laws allow it, also when the ways of all earlier
 * phases follow. A phase that moves no release and harms nobody by staying is left; the phase before shows the way on,
 * at once where there is nothing to stop, and past one that only added what nobody names. Before a point of no return
 * all that was reached of its phase is undone.
 */
export function rollbackWays(plan: Walkable): ReadonlyMap<string, Way> {
  const { steps } = passed(plan);
  return plan.phases.reduce<ReadonlyMap<string, Way>>((ways, { id }, index) => {
    const own = steps.filter((entry) => entry.phase === id && !takesAway(entry.step.undo));
    const application = own.filter(({ step }) => movesApplication(step));
    const schema = own.filter(({ step }) => undoable(step));
    const all = own.filter(({ step }) => movesApplication(step) || undoable(step));
    const undoesOf = (phases: readonly PlannedPhase[]) => phases.flatMap((phase) => ways.get(phase.id)?.undoes ?? []);
    const undone = plan.phases.slice(0, index).filter((phase) => undoesOf([phase]).length > 0);
    const ids = (chosen: readonly Passed[]) => chosen.map(({ step }) => step.id);
    const right = (chosen: readonly Passed[], phases: readonly PlannedPhase[]) =>
      holds(plan, steps, id, new Set([...ids(chosen), ...undoesOf(phases)]));

    const crossing = steps.some((entry) => entry.phase === id && takesAway(entry.step.undo));
    const choices =
      application.length > 0
        ? [application, all]
        : undone.length === 0
          ? [schema]
          : crossing
            ? [schema, []]
            : [[], schema];
    const chosen = choices.find((choice) => right(choice, []) && right(choice, undone)) ?? all;
    const leaves = ids(schema).filter((step) => !ids(chosen).includes(step));
    const way = wayOf(plan, steps, id, chosen, leaves);
    const looks = own.every(({ step }) => onlyLooks(step));
    const stays = (phase: PlannedPhase, between: boolean) =>
      mayStay(
        plan,
        phase.steps.filter((step) => undoesOf([phase]).includes(step.id)),
        way.brings.map(({ release }) => release),
        { otherUndone: chosen.length > 0 || between, otherDone: !looks },
      );
    const next = onward(undone, stays, (phases) => right(chosen, phases));
    const { rests: _, ...beyond } = ways.get(next.then ?? '') ?? way;
    const same = next.then !== undefined && looks && holds(plan, steps, id, new Set(beyond.undoes));
    const found: Way = same ? { ...beyond, undoes: [], leaves: [], ...next, atOnce: true } : { ...way, ...next };
    return new Map([...ways, [id, found]]);
  }, new Map());
}
