import type { Brief } from '#model/brief.ts';
import type { Part, StepDraft } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { Check, Gate, ObjectState, Phase, Plan, Step } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import type { Minutes } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, plain, words } from '#model/text.ts';
import { writtenBy } from './compatible.ts';
import { columnIn, foldSchema } from './fold-schema.ts';
import { emptySchema } from '#model/schema.ts';
import type { MergedPhase } from './merge-stages.ts';
import { mergeStages } from './merge-stages.ts';
import { stages } from '#model/plan.ts';
import { formatHours, formatMoment } from '#model/time.ts';
import { ranges } from '#model/ranges.ts';
import { takesAway } from './point-of-no-return.ts';
import { releaseNotesOf, releasesOf } from './releases.ts';
import { onlyWith, restoredWhen } from './restored.ts';
import { onlyLooks, rollbackWays } from './rollbacks.ts';
import { phaseTime, stepMinutes, timedUndo } from './schedule.ts';
import { watchedMinutes, windowPhases } from './timing.ts';
import type { Passed, Walkable } from './walk.ts';
import { passed } from './walk.ts';

interface Numbered {
  readonly id: string;
  readonly merged: MergedPhase;
  readonly steps: readonly [Step, ...Step[]];
}

const deployMinutes = (brief: Brief): Minutes =>
  isGiven(brief.deployMinutes)
    ? { kind: 'given', minutes: brief.deployMinutes }
    : { kind: 'measure', what: words`how long a deploy takes until every instance runs the new release` };

function deployStep(brief: Brief, id: string, release: Release, does: Text): Step {
  const minutes = deployMinutes(brief);
  const everywhere = isGiven(brief.instances) ? words`${brief.instances}` : words`every instance`;
  return {
    id,
    does: words`Deploy ${release.title}: ${does}`,
    action: { kind: 'deploy', release: release.id },
    actor: 'executor',
    minutes,
    worked: words`${everywhere} on ${release.title}; no trigger ${watchedMinutes} min`,
    undo: { kind: 'deploy', minutes, loses: 'nothing' },
  };
}

/** Minutes for which the first share is watched, by risk; one that was not given counts as high. */
const firstWatch = { low: 15, medium: 30, high: 60 } as const;

/** How long a share is held before the next: the first one under watch, those between over one peak. */
function shareHeld(brief: Brief, share: number, first: boolean): { readonly worked: Text; readonly minutes: Minutes } {
  const assumed = (minutes: number): Minutes => ({ kind: 'assumed', minutes });
  if (share >= 100) return { worked: words`no read goes the old way, in the request log`, minutes: assumed(1) };
  const watched = firstWatch[isGiven(brief.risk) ? brief.risk : 'high'];
  if (first || (isGiven(brief.risk) && brief.risk === 'low'))
    return { worked: words`watched for ${watched} min, no trigger`, minutes: assumed(watched) };
  const peak = isGiven(brief.peak) ? words` (${formatHours(brief.peak)})` : '';
  return { worked: words`held over one peak${peak}, no trigger`, minutes: assumed(24 * 60) };
}

const flagStep = (
  brief: Brief,
  id: string,
  { flag, share, does }: MergedPhase['flags'][number],
  first: boolean,
): Step => ({
  id,
  does: words`${does}: ${share} % of requests`,
  action: { kind: 'flag', flag, share },
  actor: 'executor',
  ...shareHeld(brief, share, first),
  undo: { kind: 'flag', flag, share: 0, minutes: { kind: 'assumed', minutes: 1 }, loses: 'nothing' },
});

const draftStep = (brief: Brief, id: string, { proves: _, scans, ...draft }: StepDraft): Step => ({
  ...draft,
  id,
  minutes: stepMinutes(brief, { ...draft, ...(scans === undefined ? {} : { scans }) }),
  undo: timedUndo(brief, draft.undo),
});

function numberSteps(brief: Brief, merged: MergedPhase, phase: number, release: Release | undefined): readonly Step[] {
  const makers: ((id: string) => Step)[] = [
    ...merged.before.map((draft) => (id: string) => draftStep(brief, id, draft)),
    ...(merged.deploy && release ? [(id: string) => deployStep(brief, id, release, merged.deploy ?? [])] : []),
    ...merged.flags.map((flag, index) => (id: string) => flagStep(brief, id, flag, index === 0)),
    ...merged.after.map((draft) => (id: string) => draftStep(brief, id, draft)),
  ];
  return makers.map((make, index) => make(`${phase}.${index + 1}`));
}

function numberPhases(brief: Brief, phases: readonly MergedPhase[], releases: readonly Release[]): readonly Numbered[] {
  const numbered = phases.map((merged, index) => {
    const deploysBefore = phases.slice(0, index + 1).filter(({ deploy }) => deploy !== undefined).length;
    const steps = numberSteps(brief, merged, index + 1, merged.deploy ? releases[deploysBefore] : undefined);
    return { id: String(index + 1), merged, steps };
  });
  return numbered.flatMap(({ steps, ...rest }) => {
    const [first, ...others] = steps;
    return first ? [{ ...rest, steps: [first, ...others] as const }] : [];
  });
}

/** Which steps prove a check: the checks' `at`, and the step's own list. */
function placeChecks(parts: readonly Part[], phases: readonly Numbered[]): readonly Check[] {
  const drafts = parts.flatMap(({ checks }) => checks);
  const distinct = drafts.filter(
    (draft, index) => drafts.findIndex((other) => plain(other.title) === plain(draft.title)) === index,
  );
  return distinct.map(({ key, stages: inStages, ...check }, index) => {
    const proving = phases.flatMap(({ id, merged, steps }) =>
      [...merged.before, ...merged.after].flatMap((draft) => {
        const step = draft.proves === key ? steps.find(({ does }) => does === draft.does) : undefined;
        return step ? [{ phase: id, step: step.id }] : [];
      }),
    );
    const others = phases
      .filter(({ id, merged }) => inStages.includes(merged.stage) && !proving.some(({ phase }) => phase === id))
      .map(({ id }) => id);
    const places = [
      ...(check.when === 'before' ? ['before 1.1'] : []),
      ...(proving.length > 0 ? [[...new Set(proving.map(({ step }) => step))].join(', ')] : []),
      ...(others.length > 0 ? [`phase ${ranges(others)}`] : []),
    ];
    const where = words`${places.length > 0 ? places.join(', ') : 'before phase 1'}`;
    return { ...check, id: `V${index + 1}`, at: where };
  });
}

const runningIn = (steps: readonly Passed[], phase: string): Phase['running'] => {
  const all = steps.filter((entry) => entry.phase === phase).flatMap(({ during }) => during);
  return all.filter(
    (one, index) => all.findIndex(({ release, flag }) => release === one.release && flag === one.flag) === index,
  );
};

function stateIn(plan: Walkable, steps: readonly Passed[], phase: string): readonly ObjectState[] {
  const entries = steps.filter((entry) => entry.phase === phase);
  const end = entries.at(-1)?.after;
  const start = entries[0]?.before;
  if (!end || !start) return [];
  const running = runningIn(steps, phase);
  const live = plan.releases.filter(({ id }) => end.running.some(({ release }) => release === id));
  return plan.environment.copies.flat().map((object) => {
    const column = columnIn(end.schema, object);
    const was = columnIn(start.schema, object);
    const synced = Object.values(end.schema.syncs).some(({ pairs }) => pairs.some(({ to }) => to === object));
    const writers = live.filter((release) => writtenBy(release).includes(object)).map(({ title }) => title);
    const readers = running.flatMap(({ release, flag }) => {
      const found = plan.releases.find(({ id }) => id === release);
      const reads = found?.reads.some(
        (read) => read.column === object && (read.when === undefined || read.when === `flag-${flag}`),
      );
      return reads && found ? [found.title] : [];
    });
    const filled = !column
      ? 'no'
      : end.stale.includes(object)
        ? 'frozen'
        : !column.filled
          ? 'filling'
          : synced && writers.length === 0
            ? 'kept equal'
            : was?.filled === false
              ? 'yes'
              : 'yes';
    return { object, exists: column !== undefined, writtenBy: writers, readBy: [...new Set(readers)], filled };
  });
}

/** Where a restore would go: set or looked up at the last moment that loses nothing. */
function restorePointOf({ engine, situation }: Brief): readonly Text[] {
  const { restorePoint } = engine.safety(situation);
  if (restorePoint === undefined) return [];
  const { text, remark } = restorePoint;
  return [
    words`restore point: ${code(text.replaceAll(/\s+/g, ' '))}${remark === undefined ? '' : ` (${remark})`} ______`,
  ];
}

function gatesOf(
  { id, merged, steps }: Numbered,
  brief: Brief,
  loses: { readonly first: string | undefined; readonly exported: boolean },
  count: { value: number },
): readonly Gate[] {
  const next = () => `Go/no-go ${(count.value += 1)}`;
  const asked = merged.gates.map((gate): Gate => ({
    id: next(),
    title: gate.title,
    criteria: gate.criteria,
    decider: 'rollback owner',
    beforeStep: steps[0].id,
    pointOfNoReturn: false,
  }));
  const loss = steps.find((step) => step.id === loses.first);
  if (!loss) return asked;
  const criteria = [
    ...(merged.notBeforeDays > 0 ? [words`no trigger since phase ${Number(id) - 1}`] : []),
    words`today’s backup restored${loses.exported ? ' or the export read back' : ''}`,
    ...restorePointOf(brief),
    words`loss accepted by ______`,
  ];
  const [existing] = asked;
  const gate: Gate = {
    id: existing?.id ?? next(),
    title: words`Point of no return`,
    criteria: [...(existing?.criteria ?? []), ...criteria],
    decider: 'rollback owner',
    beforeStep: loss.id,
    pointOfNoReturn: true,
  };
  return [gate];
}

/** What goes is written to a file before: by a statement that is known to do so, or by a check that says so. */
const exports = (parts: readonly Part[], phases: readonly Numbered[]): boolean =>
  parts.some(({ checks }) => checks.some(({ key }) => key === 'export')) ||
  phases
    .flatMap(({ steps }) => steps)
    .flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : []))
    .some(({ deltas }) => deltas.some(({ kind }) => kind === 'export'));

/** The gate before anything is done. */
const firstGate = (brief: Brief, firstStep: string, inWindow: boolean): Gate => ({
  id: 'Go/no-go 1',
  title:
    isGiven(brief.window) && inWindow
      ? words`${formatMoment(brief.window.start)}`
      : words`30 min before step ${firstStep}`,
  criteria: [words`all boxes above ticked`, words`no incident, freeze or other migration`],
  decider: 'rollback owner',
  beforeStep: firstStep,
  pointOfNoReturn: false,
});

/** Success is declared once what changed has been held, or after the last step where nothing is. */
function withSuccess(phases: readonly Phase[], count: { value: number }): readonly Phase[] {
  const settled = phases.findLastIndex(({ stage }) => stages.indexOf(stage) <= stages.indexOf('hold'));
  const held = phases[settled]?.stage === 'hold';
  const changed = phases.slice(0, settled + 1).some(({ steps }) => !steps.every(onlyLooks));
  const at = held && changed ? settled : phases.length - 1;
  const later = phases.slice(at + 1).reduce((sum, { gates }) => sum + gates.length, 0);
  const number = count.value - later + 1;
  const gate = (last: Step): Gate => ({
    id: `Go/no-go ${number}`,
    title: words`Success`,
    criteria: [words`${last.id} worked`, words`checks passed`, words`no trigger fired`],
    decider: 'rollback owner',
    beforeStep: '',
    pointOfNoReturn: false,
    success: true,
  });
  const renumber = (one: Gate): Gate => ({ ...one, id: `Go/no-go ${Number(one.id.replace('Go/no-go ', '')) + 1}` });
  return phases.map((phase, index) => {
    if (index === at) return { ...phase, gates: [...phase.gates, gate(phase.steps.at(-1) ?? phase.steps[0])] };
    return index > at ? { ...phase, gates: phase.gates.map(renumber) } : phase;
  });
}

/** Phases with their steps numbered, who runs in them, what stands, and the way back; and the checks with their places. */
export function buildPhases(
  brief: Brief,
  parts: readonly Part[],
): {
  readonly phases: Plan['phases'];
  readonly releases: readonly Release[];
  readonly releaseNotes: readonly (readonly Text[])[];
  readonly checks: readonly Check[];
  readonly environment: Plan['environment'];
} {
  const merged = mergeStages(parts);
  const deploying = merged.filter(({ deploy }) => deploy !== undefined);
  const releases = releasesOf(parts, deploying, brief.traits.remembersColumns);
  const setup = parts.flatMap(({ before }) => before);
  const environment = { before: foldSchema(emptySchema, setup), setup, copies: parts.flatMap(({ copies }) => copies) };
  const numbered = numberPhases(brief, merged, releases);
  const walkable: Walkable = { phases: numbered, releases, environment };
  const walked = passed(walkable).steps;
  const ways = rollbackWays(walkable);
  const firstLoss = numbered.flatMap(({ steps }) => steps).find(({ undo }) => takesAway(undo))?.id;
  const exported = exports(parts, numbered);
  const count = { value: 1 };
  const staged = numbered.map(({ id, merged: { stage }, steps }) => ({ id, stage, steps }));
  const inWindow = windowPhases(staged).map(({ id }) => id);
  const stopsAt = staged.find(({ steps }) => steps.some(({ action }) => action.kind === 'stop'))?.id;

  const phases = numbered.map((entry): Phase => {
    const { id, merged: phase, steps } = entry;
    const way = ways.get(id) ?? {
      undoes: [],
      brings: [],
      minutes: { kind: 'assumed' as const, minutes: 0 },
      loses: 'nothing' as const,
      leaves: [],
    };
    const titles = [
      ...new Set(way.brings.map(({ release }) => releases.find((one) => one.id === release)?.title ?? release)),
    ];
    const repeats = steps.some(
      ({ action }) =>
        action.kind === 'statements' &&
        action.scripts.some(({ statements }) => statements.some(({ repeat }) => repeat !== undefined)),
    );
    const working = steps.some(({ action }) => action.kind === 'statements');
    const onward = ways.get(way.then ?? '');
    const back = way.atOnce === true && onward ? onward.undoes : way.undoes;
    const all = numbered.flatMap((one) => one.steps);
    const only = onlyWith(
      steps.filter((step) => way.undoes.includes(step.id)),
      releases,
    );
    return {
      id,
      stage: phase.stage,
      title: phase.title,
      why: phase.why,
      when: phaseTime(brief, phase, id, { inside: inWindow.includes(id), stopsAt }),
      steps,
      running: runningIn(walked, id),
      schema: walked.findLast((passedStep) => passedStep.phase === id)?.after.schema ?? environment.before,
      state: stateIn(walkable, walked, id),
      gates: gatesOf(entry, brief, { first: firstLoss, exported }, count),
      rollback: {
        id: `R${id}`,
        first: repeats
          ? words`stop the batches`
          : working
            ? words`cancel the statement`
            : way.atOnce
              ? words`–`
              : words`stop promoting`,
        restoredWhen: restoredWhen(all, back, titles, environment.copies.length > 0),
        ...way,
        ...(only ? { only } : {}),
      },
      safeToPause: !steps.some(({ undo }) => takesAway(undo)) && phase.stage !== 'contract',
    };
  });
  const [first, ...rest] = withSuccess(phases, count);
  if (!first) throw new Error('Cannot build a plan with `0` phases, expected at least one change with one phase.');
  const opened = {
    ...first,
    gates: [firstGate(brief, first.steps[0].id, inWindow.includes(first.id)), ...first.gates],
  };
  return {
    phases: [opened, ...rest],
    releases,
    releaseNotes: releaseNotesOf(parts, deploying),
    checks: placeChecks(parts, numbered),
    environment,
  };
}
