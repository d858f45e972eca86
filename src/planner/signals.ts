import { oncePer } from '#model/once-per.ts';
import type { SignalFamily, Watch } from '#model/engine.ts';
import { termsOf } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Phase, Signal } from '#model/plan.ts';
import type { Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, plain, words } from '#model/text.ts';
import type { Core } from './core.ts';
import { baselineId } from './checks.ts';
import { diskSeenAt } from './disk.ts';
import { signalExists } from './signal-exists.ts';
import { listed, survey, tablesText } from './survey.ts';
import { lagPause, phaseNames } from './timing.ts';
import type { TriggerKey } from './triggers.ts';
import { parityChecks, triggerIds } from './triggers.ts';
import { weightOf } from './weight.ts';

type Draft = Omit<Signal, 'id'>;

interface View {
  readonly core: Core;
  readonly ids: Partial<Readonly<Record<TriggerKey, string>>>;
  readonly watch: (family: SignalFamily) => Watch | undefined;
  readonly baseline: Text;
  readonly light: boolean;
}

const quotes = ({ ids }: View, ...keys: readonly TriggerKey[]): Pick<Draft, 'triggers'> => ({
  triggers: keys.flatMap((key) => ids[key] ?? []),
});

const query = (watch: Watch | undefined): Pick<Draft, 'statement' | 'watches'> => ({
  ...(watch ? { watches: watch.family } : {}),
  ...(watch?.statement ? { statement: watch.statement } : {}),
});

const monitoring = words`APM`;

/** Errors in one row and latency in another: what tells their triggers apart stands with these. */
function application(view: View): readonly Draft[] {
  const table = tablesText(view.core);
  const { baseline, light } = view;
  const slow = view.watch('slow queries');
  const source = slow && !light ? words`${monitoring}; ${slow.reads}` : monitoring;
  return [
    {
      title: words`errors on ${table}, 5xx, failed jobs`,
      family: 'errors',
      source: monitoring,
      baseline,
      warn: words`1.5 ×`,
      ...quotes(view, 'errors'),
    },
    {
      title: words`p95 of writes and reads, slow queries`,
      family: 'latency',
      source,
      baseline,
      warn: words`+15 %`,
      ...quotes(view, 'write latency', 'read latency'),
    },
  ];
}

function locking(view: View): readonly Draft[] {
  const { core } = view;
  const waits = signalExists(core, 'locks');
  const deadlocks = view.watch('deadlocks');
  const blockers =
    view.watch(waits || signalExists(core, 'blockers') ? 'blockers' : 'deadlocks') ?? view.watch('locks');
  const old = view.watch('old transactions');
  return [
    {
      title: waits ? words`blocked sessions and by whom` : words`requests that our work pushes out`,
      family: 'locks',
      source: blockers?.reads ?? words`the engine's list of lock waits`,
      baseline: waits ? words`0` : view.baseline,
      warn: waits ? words`1 s` : words`+5 %`,
      ...query(blockers),
      ...quotes(view, 'blocked'),
    },
    ...(signalExists(core, 'old transactions')
      ? [
          {
            title: words`old transactions`,
            family: 'locks' as const,
            source: old?.reads ?? words`the engine's list of open transactions`,
            baseline: words`0`,
            warn: words`30 s: no schema step`,
            triggers: [],
            ...query(old),
          },
        ]
      : []),
    ...(view.ids.deadlock === undefined
      ? []
      : [
          {
            title: words`${termsOf(core.brief.engine).conflict.name}s`,
            family: 'locks' as const,
            source: deadlocks?.reads ?? words`server log`,
            baseline: view.baseline,
            warn: words`+1`,
            ...quotes(view, 'deadlock'),
          },
        ]),
  ];
}

/** How far a build, a proof or maintenance is, where the plan has one and the engine shows it. */
function progress(view: View): readonly Draft[] {
  const { core } = view;
  const shown = (family: SignalFamily) => (signalExists(core, family) ? view.watch(family) : undefined);
  const build = shown('index build');
  const proves = ({ effect, deltas }: Statement) =>
    build?.scans === true && effect.work === 'scan' && deltas.every(({ kind }) => kind !== 'export');
  const built = survey(core).statements.filter(
    ({ statement }) => statement.effect.work === 'index build' || proves(statement),
  );
  if (build === undefined || built.length === 0) return [];
  return [
    {
      title: words`progress of ${[...new Set(built.map(({ step }) => step.id))].join(', ')}`,
      family: 'locks',
      source: build.reads,
      baseline: words`–`,
      warn: words`–`,
      triggers: [],
      ...query(build),
    },
  ];
}

function replication(view: View): readonly Draft[] {
  const { topology } = view.core.brief;
  const replica = view.watch('replication lag');
  const slot = view.watch('slot lag');
  const capture = isGiven(topology.changeCapture);
  const none = topology.given && !topology.hasReplicas;
  return [
    {
      title: words`replication lag`,
      family: 'replication lag',
      source: none ? words`no replicas — not applicable` : (replica?.reads ?? words`each replica`),
      baseline: none ? words`–` : view.baseline,
      warn: none ? words`–` : words`${lagPause(view.core)} s`,
      ...(none ? { triggers: [] } : quotes(view, 'lag')),
    },
    ...(capture
      ? [
          {
            title: words`lag of ${topology.changeCapture}, log kept for it`,
            family: 'replication lag' as const,
            source: slot?.reads ?? words`its own monitoring`,
            baseline: view.baseline,
            warn: words`twice the baseline`,
            ...query(slot),
            ...quotes(view, 'lag'),
          },
        ]
      : []),
  ];
}

function drift(view: View): readonly Draft[] {
  const { core } = view;
  const checks = parityChecks(core);
  const { compared } = survey(core);
  if (compared.length === 0) {
    return [
      {
        title: words`data drift`,
        family: 'data drift',
        source: words`${survey(core).unknown ? '' : 'no row is copied; '}wrong values`,
        baseline: words`0`,
        warn: words`any`,
        ...quotes(view, 'wrong data'),
      },
    ];
  }
  return [
    {
      title: words`row parity dashboard; wrong values`,
      family: 'data drift',
      source: words`${checks.length > 0 ? listed(checks.map(({ id }) => words`${id}`)) : words`the parity checks`}, every 15 min in ${phaseNames(compared)}`,
      baseline: words`0`,
      warn: words`any`,
      ...quotes(view, 'parity', 'wrong data'),
    },
  ];
}

function saturation(view: View): readonly Draft[] {
  const { core, baseline } = view;
  const { pooler } = core.brief.topology;
  const connected = signalExists(core, 'connections');
  const onDisk = signalExists(core, 'disk');
  return [
    {
      title: onDisk
        ? words`disk, log/min, CPU and I/O${connected ? ', connections' : ''}`
        : words`capacity${connected ? ', connections' : ''}`,
      family: 'saturation',
      source: diskSeenAt(core) ?? (onDisk ? words`host` : (view.watch('disk')?.reads ?? words`provider`)),
      baseline,
      warn: words`${onDisk ? '25 % free; 70 % CPU' : '80 % of what is to be had'}${connected ? '; 80 % connections' : ''}`,
      ...quotes(view, 'disk'),
    },
    ...(isGiven(pooler)
      ? [
          {
            title: words`clients waiting in ${pooler.name}`,
            family: 'saturation' as const,
            source: words`its statistics`,
            baseline,
            warn: words`> 0 for 10 s`,
            ...quotes(view, 'blocked'),
          },
        ]
      : []),
  ];
}

/** The dependents in one row: each with the way to see it, those of one kind together. */
function dependents(view: View): readonly Draft[] {
  const { core, baseline } = view;
  const { dependencies } = core.brief;
  if (dependencies.length === 0) return [];
  const ways = [...new Set(dependencies.map(({ kind }) => plain(kind.signal)))].map((signal) => {
    const seenSo = dependencies.filter(({ kind }) => plain(kind.signal) === signal);
    return words`${listed(seenSo.map(({ name }) => words`${name}`))}: ${seenSo[0]?.kind.signal ?? []}`;
  });
  return [
    {
      title: words`dependents`,
      family: 'dependents',
      source: joinText(ways, '; '),
      baseline,
      warn: words`late or failed once`,
      ...quotes(view, 'wrong data'),
    },
  ];
}

/** What is watched: the families of errors, latency, locks, replication lag, data drift and saturation, and the dependents. Limits are quoted from the triggers. */
export const signalsOf = oncePer((core: Core): readonly Signal[] => {
  const { brief } = core;
  const watches = brief.engine.watches(brief.situation, brief.tables[0]?.name ?? '<table>');
  const view: View = {
    core,
    ids: triggerIds(core),
    watch: (family) => watches.find((watch) => watch.family === family),
    baseline: words`${baselineId(core)}`,
    light: weightOf(core) === 'light',
  };
  return [application, locking, progress, replication, drift, saturation, dependents]
    .flatMap((make) => make(view))
    .map(({ statement, ...draft }, index) => ({
      id: `M${index + 1}`,
      ...draft,
      ...(statement === undefined || view.light ? {} : { statement }),
    }));
});

/** Who watches, how often, how long, and which alerts stay live. */
export function watchingOf(core: Core): Text {
  const last = core.phases.at(-1)?.steps.at(-1)?.id ?? '';
  if (weightOf(core) === 'light') {
    return words`On-call watches ${last === '1.1' ? 'for an hour after 1.1' : `from 1.1 to an hour after ${last}`}, then alerts, over one peak and one nightly run. No alert is silenced.`;
  }
  const { deploys, flags, repeats } = survey(core);
  const of = (phases: readonly Phase[]) => [...new Set(phases.map(({ id }) => id))].join(', ');
  const moments = [
    ...(deploys.length > 0 ? [words`the hour after each deploy (phase ${of(deploys)})`] : []),
    ...(flags.length > 0 ? [words`each share (phase ${of(flags)})`] : []),
    ...(repeats.length > 0
      ? [words`the first 15 min of the loop (phase ${of(repeats.map(({ phase }) => phase))}), then every 15 min`]
      : []),
  ];
  const triggers = Object.values(triggerIds(core));
  return words`On-call watches each schema step${moments.length > 0 ? words`, ${joinText(moments, ', ')}` : ''}; otherwise alerts, until 24 h after ${last}, over one peak and one nightly run. ${triggers[0] ?? ''}–${triggers.at(-1) ?? ''} are never silenced; other silences: set before a step, lifted after its watch.`;
}
