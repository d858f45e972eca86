import { termsOf } from '#model/engine.ts';
import { oncePer } from '#model/once-per.ts';
import { isGiven } from '#model/given.ts';
import type { Check, Phase, Trigger } from '#model/plan.ts';
import type { Effect, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, plain, words } from '#model/text.ts';
import { undoesItself } from './atomicity.ts';
import type { Core } from './core.ts';
import { diskSeenAt } from './disk.ts';
import { signalExists } from './signal-exists.ts';
import { survey, tablesText } from './survey.ts';
import { lastStart, timingOf, windowPhases } from './timing.ts';
import type { Weight } from './weight.ts';
import { weightOf } from './weight.ts';

/** What a trigger is about. Monitoring and messages find its id by it. */
export type TriggerKey =
  | 'write latency'
  | 'read latency'
  | 'errors'
  | 'parity'
  | 'wrong data'
  | 'blocked'
  | 'lag'
  | 'deadlock'
  | 'disk'
  | 'clock'
  | 'other';

type Draft = Omit<Trigger, 'id'> & { readonly key: TriggerKey };

interface View {
  readonly core: Core;
  readonly weight: Weight;
  readonly table: Text;
  readonly all: readonly string[];
  /** Roll back: the one way where there is one phase, else the row of the phase. */
  readonly back: Text;
}

const monitoring = words`APM`;
const ten = words`10 min`;
const five = words`5 min`;
const once = words`once`;
const atOnce = words`at once`;

/** The checks that compare the copies, by their ids. */
export function parityChecks({ parts, checks }: Core): readonly Check[] {
  const titles = parts.flatMap((part) =>
    part.checks.filter(({ key }) => key === 'parity' || key === 'drift').map(({ title }) => plain(title)),
  );
  return checks.filter(({ title }) => titles.includes(plain(title)));
}

const rollBack = (
  { all, back }: View,
  rest: Omit<Draft, 'kind' | 'decider' | 'action' | 'activeIn'> & Partial<Draft>,
): Draft => ({
  action: back,
  kind: 'roll back',
  decider: 'rollback owner',
  activeIn: all,
  ...rest,
});

/** A planned stop is no error: the application is watched before it and after it. */
const outsideStops = ({ phases }: Core): string =>
  phases.some(({ steps }) => steps.some(({ action }) => action.kind === 'stop')) ? ', while it runs' : '';

/** What one light phase adds, nothing uses: taking it away cures only what names it. */
const heldFirst = ({ core, weight, back }: View, only: Text): Partial<Draft> =>
  weight === 'light' && core.phases.length === 1 ? { action: words`hold; ${back} only ${only}`, kind: 'hold' } : {};

/** One row for reads and writes where the change is light and no threshold of their own was given for writes. */
function latency(view: View): readonly Draft[] {
  const { core, weight, table } = view;
  const { writeLatency } = core.brief.thresholds;
  const flags = survey(core).flags;
  const percent = isGiven(writeLatency) ? writeLatency.percent : 50;
  const minutes =
    isGiven(writeLatency) && isGiven(writeLatency.minutes)
      ? words`${writeLatency.minutes} min`
      : words`10 min (assumed)`;
  const together = weight === 'light' && !isGiven(writeLatency);
  const hold = heldFirst(view, words`with errors`);
  const running = outsideStops(core);
  const writes = rollBack(view, {
    key: 'write latency',
    signal: together
      ? words`p95 of reads and writes of ${table}${running}`
      : words`p95 of writes to ${table}${running}`,
    where: monitoring,
    threshold: words`+${percent} % over baseline`,
    basis: isGiven(writeLatency) ? 'given' : 'assumed',
    duration: isGiven(writeLatency) ? minutes : ten,
    decideWithin: five,
    ...hold,
  });
  if (together) return [writes];
  const firstFlag = core.phases.findIndex(({ id }) => id === flags[0]?.id);
  const reads = rollBack(view, {
    key: 'read latency',
    signal:
      flags.length > 0
        ? words`p95 of reads, flag on against off; at 100 % against the baseline`
        : words`p95 of reads of ${table} against the baseline${running}`,
    where: monitoring,
    threshold: flags.length > 0 ? words`+20 %` : words`+40 %`,
    basis: 'assumed',
    duration: ten,
    decideWithin: five,
    activeIn: flags.length > 0 ? core.phases.slice(firstFlag).map(({ id }) => id) : view.all,
    ...hold,
  });
  return [writes, reads];
}

function errors(view: View): readonly Draft[] {
  const { core, weight, table } = view;
  const { errorFactor } = core.brief.thresholds;
  const factor = isGiven(errorFactor) ? errorFactor : 2;
  const basis = isGiven(errorFactor) ? 'given' : 'assumed';
  const running = outsideStops(core);
  const common = { where: monitoring, basis, duration: five, decideWithin: five } as const;
  const changed = words`${factor} × baseline, or a new kind of database error`;
  return [
    rollBack(view, {
      ...common,
      key: 'errors',
      signal: words`errors on ${table}, 5xx, failed jobs${running}`,
      threshold: weight === 'light' ? changed : words`${changed}; 5xx and jobs also > 0.5 % of requests`,
      ...heldFirst(view, words`if they name what is new`),
    }),
  ];
}

function parity(view: View): readonly Draft[] {
  const { core, back } = view;
  const { compared } = survey(core);
  const { parityPercent } = core.brief.thresholds;
  if (compared.length === 0) return [];
  const ids = parityChecks(core).map(({ id }) => id);
  return [
    {
      key: 'parity',
      signal: words`parity, of filled rows${ids.length > 0 ? ` (${ids.join(', ')})` : ''}`,
      where: words`parity dashboard`,
      threshold: isGiven(parityPercent)
        ? words`any difference; below ${parityPercent} % once filled`
        : words`any difference; growing for 10 min`,
      basis: isGiven(parityPercent) ? 'given' : 'assumed',
      duration: once,
      decideWithin: words`15 min`,
      action: words`hold, find the writer; second limit: ${back}`,
      kind: 'hold',
      decider: 'rollback owner',
      activeIn: compared.map(({ id }) => id),
    },
  ];
}

const wrongData = (view: View): readonly Draft[] => {
  return [
    rollBack(view, {
      key: 'wrong data',
      signal: words`wrong or missing value confirmed`,
      where:
        view.weight === 'light' && view.core.brief.dependencies.length === 0
          ? words`support`
          : words`support, dependent owners`,
      threshold: words`1`,
      basis: 'assumed',
      duration: once,
      decideWithin: atOnce,
      action: words`hold; ${view.back}`,
    }),
  ];
};

/** What the way back of a phase runs: a loop in it writes as one forward does. */
const undoStatements = ({ steps }: Phase): readonly Statement[] =>
  steps.flatMap(({ undo }) => (undo.kind === 'statements' ? statementsOf(undo.scripts) : []));

/** Phases with a loop over rows: one that runs forward, one that the way back runs. */
const loops = (core: Core): { readonly forward: readonly Phase[]; readonly back: readonly Phase[] } => ({
  forward: survey(core).repeats.map(({ phase }) => phase),
  back: core.phases.filter((phase) => undoStatements(phase).some(({ repeat }) => repeat !== undefined)),
});

/** Writers wait by design while every row is read or written. */
const holdsUpWrites = ({ blocks, work }: Effect): boolean =>
  (blocks === 'writes' || blocks === 'reads and writes') && ['scan', 'rewrite', 'index build'].includes(work);

function locks({ core, all, weight }: View): readonly Draft[] {
  const { buildsIndex, statements } = survey(core);
  const { forward, back } = loops(core);
  const blocking = statements.filter(({ statement: { effect } }) => holdsUpWrites(effect));
  const long = [...new Set(blocking.map(({ step }) => step.id))].join(', ');
  const unchanged = weight === 'light' && !buildsIndex && undoesItself(core);
  const cancelled =
    weight === 'light' && buildsIndex && signalExists(core, 'leftovers')
      ? words`; drop what a cancelled build leaves`
      : words``;
  const waits = signalExists(core, 'locks');
  const { conflict } = termsOf(core.brief.engine);
  const blocked: Draft = {
    key: 'blocked',
    signal: waits
      ? words`sessions blocked by one of ours`
      : words`requests of others that our work pushes out: refused, throttled, timed out`,
    where: words`section 5`,
    threshold: !waits
      ? words`+10 % over baseline`
      : long === ''
        ? words`> 2 s`
        : words`> 2 s; in ${long} twice as long as in the dry run: ______`,
    basis: 'assumed',
    duration: words`10 s`,
    decideWithin: atOnce,
    action: words`cancel our statement${cancelled}${unchanged ? '; nothing has changed' : ''}`,
    kind: 'cancel',
    decider: 'executor',
    activeIn: all,
  };
  const looping = all.filter((id) => [...forward, ...back].some((one) => one.id === id));
  if (looping.length === 0 || !signalExists(core, 'deadlocks')) return [blocked];
  return [
    blocked,
    {
      key: 'deadlock',
      signal: words`${conflict.name} with our loop`,
      where: conflict.where,
      threshold: conflict.threshold,
      basis: 'assumed',
      duration: once,
      decideWithin: five,
      action: words`halve the batch; a second one: stop the loop`,
      kind: 'pause',
      decider: 'executor',
      activeIn: looping,
    },
  ];
}

function lag({ core, all }: View): readonly Draft[] {
  const { topology, thresholds } = core.brief;
  const { forward, back } = loops(core);
  const replicas = topology.hasReplicas
    ? [words`replica lag`]
    : topology.given
      ? []
      : [words`replica lag, if there are replicas`];
  const capture = isGiven(topology.changeCapture) ? [words`lag of ${topology.changeCapture}`] : [];
  const signals = [...replicas, ...capture];
  if (signals.length === 0) return [];
  const limit = isGiven(thresholds.lagSeconds) ? thresholds.lagSeconds : 30;
  return [
    {
      key: 'lag',
      signal: joinText(signals, '; '),
      where: words`section 5`,
      threshold: words`${limit} s`,
      basis: isGiven(thresholds.lagSeconds) ? 'given' : 'assumed',
      duration: words`3 min`,
      decideWithin: atOnce,
      action:
        forward.length > 0
          ? words`stop the loop, no further step; not falling in 10 min: end for today${back.length > 0 ? ', in a way back halve the batch' : ''}`
          : words`no further step until it has fallen${back.length > 0 ? '; in a way back stop the loop, then halve the batch' : ''}`,
      kind: 'pause',
      decider: 'executor',
      activeIn: all,
    },
  ];
}

function disk({ core, all }: View): readonly Draft[] {
  const { hosting } = core.brief.situation;
  const shared = isGiven(hosting) && hosting.storage !== undefined;
  const { statements, unknown } = survey(core);
  const writes = ({ repeat, effect }: Statement): boolean =>
    repeat !== undefined || ['rows', 'rewrite', 'index build'].includes(effect.work);
  const heavy = core.phases.filter(
    (phase) =>
      statements.some((one) => one.phase.id === phase.id && writes(one.statement)) ||
      undoStatements(phase).some(writes),
  );
  if ((heavy.length === 0 && !unknown) || !signalExists(core, 'disk')) return [];
  return [
    {
      key: 'disk',
      signal: shared ? words`free disk` : words`free disk, any node`,
      where: diskSeenAt(core) ?? (shared ? words`provider` : words`host`),
      threshold: words`< 20 %`,
      basis: 'assumed',
      duration: once,
      decideWithin: atOnce,
      action: words`stop what writes; drop nothing`,
      kind: 'pause',
      decider: 'executor',
      activeIn: unknown ? all : heavy.map(({ id }) => id),
    },
  ];
}

function clock(view: View): readonly Draft[] {
  const { core, back } = view;
  const { window } = core.brief;
  const timing = timingOf(core);
  const phases = windowPhases(core.phases);
  const { step: last, latest } = lastStart(core);
  const start = latest ? words`do not start ${last} after ${latest}; ` : [];
  const mayStop = phases.every(({ safeToPause }) => safeToPause);
  return [
    rollBack(view, {
      key: 'clock',
      signal: isGiven(window) ? words`clock: ${last} not done` : words`clock: a step runs late`,
      where: words`scribe`,
      threshold: isGiven(window) ? timing.latestRollbackStart : words`2 × its dry-run minutes`,
      basis: isGiven(window) ? 'computed' : 'assumed',
      duration: once,
      decideWithin: atOnce,
      action: mayStop
        ? words`${start}step begun: ${back}; else stop, go on in the next window`
        : words`${start}${back}`,
      ...(isGiven(window) ? { activeIn: phases.map(({ id }) => id) } : {}),
    }),
  ];
}

function other(view: View): readonly Draft[] {
  const text = view.core.brief.thresholds.other;
  return text === ''
    ? []
    : [
        rollBack(view, {
          key: 'other',
          signal: words`${text}`,
          where: words`as written`,
          threshold: words`as written`,
          basis: 'given',
          duration: once,
          decideWithin: five,
        }),
      ];
}

const draftsOf = oncePer((core: Core): readonly Draft[] => {
  const [first] = core.phases;
  const view: View = {
    core,
    weight: weightOf(core),
    table: tablesText(core),
    all: core.phases.map(({ id }) => id),
    back: core.phases.length === 1 ? words`${first.rollback.id}` : words`by phase`,
  };
  return [latency, errors, parity, wrongData, locks, lag, disk, clock, other].flatMap((make) => make(view));
});

/**
 * What ends or stops the attempt. Each threshold stands here and nowhere else; monitoring quotes it by id.
 *
 * At least five for every plan: latency, errors, wrong data, locks, the clock. The others come where they can fire.
 */
export const triggersOf = (core: Core): readonly Trigger[] =>
  draftsOf(core).map(({ key: _, ...trigger }, index) => ({ id: `T${index + 1}`, ...trigger }));

/** The id of the trigger about something, if the plan has it. */
export function triggerIds(core: Core): Partial<Readonly<Record<TriggerKey, string>>> {
  return Object.fromEntries(draftsOf(core).map(({ key }, index) => [key, `T${index + 1}`]));
}
