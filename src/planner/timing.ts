import { oncePer } from '#model/once-per.ts';
import { isGiven } from '#model/given.ts';
import type { Action, Pace, Phase, Timing } from '#model/plan.ts';
import type { Minutes } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { ranges } from '#model/ranges.ts';
import { addMinutes, formatClock, formatHours } from '#model/time.ts';
import { timedDependencies } from './busy-hours.ts';
import type { Core } from './core.ts';
import { onlyLooks, sumMinutes } from './rollbacks.ts';
import { repeatMinutes } from './schedule.ts';
import { signalExists } from './signal-exists.ts';
import { blank, grouped, survey } from './survey.ts';

/** After a way back nothing may fire for so long; `restoredWhen` says the same. */
const verifyMinutes: Minutes = { kind: 'assumed', minutes: 15 };

/** A release is watched for so long before it counts as worked. */
export const watchedMinutes = 10;

const laterStages: readonly Phase['stage'][] = ['backfill', 'hold', 'retire', 'contract'];

type Staged = Pick<Phase, 'id' | 'stage' | 'steps'>;

const acts = ({ steps }: Staged, kind: Action['kind']): boolean => steps.some(({ action }) => action.kind === kind);

/**
 * The phases that are run in the window: from the first one up to where rows are moved, reads move by a flag, or time must pass.
 *
 * A plan that begins with such a phase has it alone in the window. Where the application is stopped the window is from
 * the stop to the restart. Phases in which people only look or ask need no window.
 */
export function windowPhases<Of extends Staged>(phases: readonly Of[]): readonly Of[] {
  const stop = phases.findIndex((phase) => acts(phase, 'stop'));
  if (stop !== -1) {
    const restart = phases.findIndex((phase, index) => index >= stop && acts(phase, 'deploy'));
    return phases.slice(stop, Math.max(stop, restart) + 1);
  }
  const acting = phases.filter(({ steps }) => !steps.every(onlyLooks));
  const end = acting.findIndex((phase) => laterStages.includes(phase.stage) || acts(phase, 'flag'));
  const inside = end === -1 ? acting : acting.slice(0, Math.max(1, end));
  return inside.length > 0 ? inside : phases.slice(0, 1);
}

/** The minutes of one phase, or what must be measured to know them. */
export const phaseMinutes = ({ steps }: Pick<Phase, 'steps'>): Minutes =>
  sumMinutes(steps.map(({ minutes }) => minutes));

/** `14 min`, or what to measure. */
export const minutesText = (minutes: Minutes): Text =>
  minutes.kind === 'measure' ? words`______ min (measure: ${minutes.what})` : words`${grouped(minutes.minutes)} min`;

/** `phases 1–2`. */
export const phaseNames = (phases: readonly Phase[]): string =>
  `${phases.length > 1 ? 'phases' : 'phase'} ${ranges(phases.map(({ id }) => id))}`;

/** Before a rollback goes on with that of an earlier phase, it is seen for so long whether it helped. */
const waitMinutes: Minutes = { kind: 'assumed', minutes: 10 };

function rollbackFormula(phases: readonly Phase[], total: Minutes): Text {
  const parts = phases.map(
    ({ rollback }) =>
      words`${rollback.id} ${rollback.minutes.kind === 'measure' ? '______' : grouped(rollback.minutes.minutes)}`,
  );
  return parts.length > 1
    ? words`${minutesText(total)} rollback (${joinText(parts.toReversed(), ' + 10 wait + ')})`
    : words`${minutesText(total)} rollback`;
}

/** The rows that are walked one after the other from a phase back to the first of the window, the earliest last. */
function rowsFrom(phases: readonly Phase[], phase: Phase | undefined): readonly Phase[] {
  if (phase === undefined) return [];
  const earlier = phases.slice(0, phases.indexOf(phase)).find(({ id }) => id === phase.rollback.then);
  return [...rowsFrom(phases, earlier), ...(phase.rollback.undoes.length > 0 ? [phase] : [])];
}

const minutesOfRows = (rows: readonly Phase[]): Minutes =>
  sumMinutes(rows.flatMap(({ rollback }, index) => (index > 0 ? [waitMinutes, rollback.minutes] : [rollback.minutes])));

/** The longest way back that can begin in the window; one that must be measured counts as longer than any. */
function longestWay(phases: readonly Phase[]): readonly Phase[] {
  const size = (rows: readonly Phase[]): number => {
    const minutes = minutesOfRows(rows);
    return minutes.kind === 'measure' ? Infinity : minutes.minutes;
  };
  return phases
    .map((phase) => rowsFrom(phases, phase))
    .reduce((longest, rows) => (size(rows) > size(longest) ? rows : longest), []);
}

/** When the window ends, when a rollback must have begun at the latest, and whether all of it fits. */
export const timingOf = oncePer((core: Core): Timing => {
  const { window: hours } = core.brief;
  const phases = windowPhases(core.phases);
  const totalMinutes = sumMinutes(phases.flatMap(({ steps }) => steps.map(({ minutes }) => minutes)));
  const undone = longestWay(phases);
  const onlyRestore =
    undone.length === 0 && phases.some(({ steps }) => steps.some(({ id }) => id === core.pointOfNoReturn));
  const rollbackMinutes: Minutes = onlyRestore
    ? { kind: 'measure', what: words`a restore, no other way back is known` }
    : minutesOfRows(undone);
  const back = rollbackFormula(undone, rollbackMinutes);
  const checked = words`${minutesText(verifyMinutes)} verification (assumed)`;
  const common = { totalMinutes, rollbackMinutes, verifyMinutes };
  if (!isGiven(hours)) {
    return {
      ...common,
      windowMinutes: { kind: 'measure', what: words`no window was given` },
      latestRollbackStart: words`TBD — rollback owner`,
      formula: words`hard stop − ${back} − ${checked}`,
      fits: 'unknown',
    };
  }
  const end = formatClock(hours.end);
  const known = rollbackMinutes.kind !== 'measure';
  const latest = known ? addMinutes(hours.end, -Math.ceil(rollbackMinutes.minutes + 15)) : undefined;
  const needed =
    totalMinutes.kind === 'measure' || !known ? undefined : totalMinutes.minutes + rollbackMinutes.minutes + 15;
  return {
    ...common,
    windowMinutes: { kind: 'given', minutes: hours.minutes },
    latestRollbackStart:
      latest === undefined
        ? blank('latest start of a rollback, once its minutes are measured', 'executor')
        : words`${formatClock(latest)}`,
    formula: words`${end} − ${back} − ${checked}; ${phaseNames(phases)}: ${minutesText(totalMinutes)} of ${grouped(hours.minutes)}`,
    fits: needed === undefined ? 'unknown' : needed <= hours.minutes ? 'yes' : 'no',
  };
});

/** The last step of the window that changes something, and when it must have begun so that it has ended, and a release was watched, before a rollback must begin. */
export function lastStart(core: Core): { readonly step: string; readonly latest: Text | undefined } {
  const steps = windowPhases(core.phases).flatMap((phase) => phase.steps);
  const step = steps.findLast((one) => !onlyLooks(one)) ?? steps.at(-1);
  const { window: hours } = core.brief;
  const { rollbackMinutes: back } = timingOf(core);
  const minutes = step?.minutes;
  const watched = step?.action.kind === 'deploy' ? watchedMinutes : 0;
  const known = isGiven(hours) && back.kind !== 'measure' && minutes !== undefined && minutes.kind !== 'measure';
  return {
    step: step?.id ?? '',
    latest: known
      ? words`${formatClock(addMinutes(hours.end, -Math.ceil(back.minutes + 15) - Math.ceil(minutes.minutes) - watched))}`
      : undefined,
  };
}

/** At how many seconds of replica lag a loop waits: well before the limit at which it is stopped. */
export const lagPause = ({ brief }: Core): number => {
  const { lagSeconds } = brief.thresholds;
  return isGiven(lagSeconds) ? Math.min(10, Math.max(1, Math.floor(lagSeconds / 3))) : 10;
};

/** How each loop over rows is paced, and what makes it wait. */
export function pacesOf(core: Core): readonly Pace[] {
  const { brief } = core;
  const replicas = brief.topology.hasReplicas || !brief.topology.given;
  return survey(core).repeats.map(({ step, repeat }) => ({
    step: step.id,
    title: step.does,
    batchSize: repeat.size,
    minutes: repeatMinutes(brief, repeat),
    pausesWhen: [
      ...(replicas ? [words`replica lag > ${lagPause(core)} s`] : []),
      signalExists(core, 'locks')
        ? words`a session waits > 1 s for its locks`
        : words`requests of others are refused or time out above the baseline`,
      ...(signalExists(core, 'disk') ? [words`free disk < 25 %`] : []),
      ...(isGiven(brief.peak) ? [words`peak (${formatHours(brief.peak)})`] : [words`peak (hours not given)`]),
      ...timedDependencies(brief).map(({ name, when }) => words`${name} (${when})`),
    ],
  }));
}
