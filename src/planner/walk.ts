import { oncePer, oncePerPair } from '#model/once-per.ts';
import type { CopyGroup } from '#model/operations.ts';
import type { Step } from '#model/plan.ts';
import type { Release, Running } from '#model/release.ts';
import type { Delta, Schema } from '#model/schema.ts';
import type { Loss, Script, Undo } from '#model/statement.ts';
import type { Place } from './compatible.ts';
import { afterWrites, forgotten, problemsFor } from './compatible.ts';
import { applyDelta, columnIn, misfit } from './fold-schema.ts';

/** What a walk needs of a plan: nothing of its words. */
export interface Walkable {
  readonly phases: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  readonly releases: readonly Release[];
  readonly environment: { readonly before: Schema; readonly copies: readonly CopyGroup[] };
}

/** Where the system stands: schema, rows, and what runs. */
export interface Stand extends Place {
  readonly running: readonly Running[];
  /** Where the flag stands: it keeps its position while nothing runs. */
  readonly flags: readonly Running['flag'][];
}

/** Something that would hurt, where it would, and whom. */
export interface Violation {
  readonly at: string;
  readonly release: string;
  readonly says: string;
}

interface Walked {
  readonly stand: Stand;
  readonly violations: readonly Violation[];
}

const uniqueRunning = (running: readonly Running[]): readonly Running[] =>
  running.filter(
    (one, index) => running.findIndex((other) => other.release === one.release && other.flag === one.flag) === index,
  );

const releaseOf = (plan: Walkable, id: string): Release | undefined =>
  plan.releases.find((release) => release.id === id);

const liveReleases = (plan: Walkable, running: readonly Running[]): readonly Release[] =>
  plan.releases.filter(({ id }) => running.some(({ release }) => release === id));

interface Lived {
  readonly place: Place;
  readonly problems: readonly { readonly release: string; readonly says: string }[];
}

/** What was met in a schema, by what else the place and those who run are. Each walk over a plan passes the same places again. */
const metIn = oncePerPair((_releases: Walkable['releases'], _environment: Walkable['environment']) =>
  oncePer((_schema: Schema) => new Map<string, Lived>()),
);

function meet(plan: Walkable, stand: Stand): Lived {
  const releases = liveReleases(plan, stand.running);
  const place = afterWrites(stand, releases, plan.environment.copies);
  const problems = stand.running.flatMap(({ release: id, flag }) => {
    const release = releaseOf(plan, id);
    return release
      ? problemsFor(place, release, flag, plan.environment).map((says) => ({ release: release.title, says }))
      : [{ release: id, says: 'runs, but the plan does not know it' }];
  });
  return { place, problems };
}

/** Lets the running releases write for a while, then asks each what it meets. */
function live(plan: Walkable, stand: Stand, at: string): Walked {
  const known = metIn(plan.releases, plan.environment)(stand.schema);
  const running = stand.running.map(({ release, flag }) => `${release} ${flag}`);
  const key = [stand.stale, stand.begun, running].map((part) => part.join('|')).join('\n');
  const lived = known.get(key) ?? meet(plan, stand);
  known.set(key, lived);
  return {
    stand: { ...stand, ...lived.place },
    violations: lived.problems.map((problem) => ({ at, ...problem })),
  };
}

function deltaViolations(
  plan: Walkable,
  stand: Stand,
  delta: Delta,
  at: string,
  ignoring: readonly string[],
): readonly Violation[] {
  const wrong = misfit(stand.schema, delta);
  const goes = delta.kind === 'drop-column' ? delta.column : delta.kind === 'rename-column' ? delta.from : undefined;
  const remembered =
    goes === undefined || ignoring.includes(goes)
      ? []
      : liveReleases(plan, stand.running)
          .filter((release) => forgotten(release, goes))
          .map((release) => ({ at, release: release.title, says: `remembers ${goes} while it goes` }));
  const empty =
    delta.kind === 'alter-column' && delta.set.nullable === false ? unfilled(stand, delta.column) : undefined;
  const used = delta.kind === 'drop-column' ? syncing(stand, delta.column) : undefined;
  const late =
    delta.kind === 'export' && stand.stale.includes(delta.column)
      ? `exports ${delta.column} after later writes have left it behind`
      : undefined;
  const source = delta.kind === 'fill' ? sourceless(plan, stand, delta.column) : undefined;
  return [
    ...[wrong, empty, used, late, source].flatMap((says) =>
      says === undefined ? [] : [{ at, release: 'schema', says }],
    ),
    ...remembered,
  ];
}

/** Why a column that is a copy cannot be filled here: no other copy is whole. */
function sourceless(plan: Walkable, { schema, stale }: Stand, name: string): string | undefined {
  const others = plan.environment.copies
    .filter((group) => group.includes(name))
    .map((group) => group.filter((member) => member !== name));
  const whole = (member: string) => columnIn(schema, member)?.filled === true && !stale.includes(member);
  return others.length > 0 && !others.some((members) => members.some(whole))
    ? `fills ${name} from a copy that is not whole`
    : undefined;
}

/** Why a column cannot go yet: a sync that still runs would fail every write. */
function syncing({ schema }: Stand, name: string): string | undefined {
  const sync = Object.entries(schema.syncs).find(([, { pairs }]) =>
    pairs.some(({ from, to }) => from === name || to === name),
  );
  return sync ? `drops ${name} while sync ${sync[0]} still uses it` : undefined;
}

/** Why NOT NULL would be refused here. */
function unfilled({ schema, stale }: Stand, name: string): string | undefined {
  const column = columnIn(schema, name);
  return column?.nullable === true && (!column.filled || stale.includes(name))
    ? `refuses NOT NULL on ${name}: not every row is filled`
    : undefined;
}

function afterDelta(stand: Stand, delta: Delta): Stand {
  const schema = applyDelta(stand.schema, delta);
  const cured = delta.kind === 'fill' || delta.kind === 'drop-column' ? delta.column : undefined;
  const gone = delta.kind === 'drop-column' ? delta.column : undefined;
  return {
    ...stand,
    schema,
    stale: stand.stale.filter((column) => column !== cured),
    begun: stand.begun.filter((column) => column !== gone),
  };
}

/** Runs scripts. Releases are asked after each statement, or after the commit where statements share a transaction. */
function runScripts(
  plan: Walkable,
  start: Stand,
  scripts: readonly Script[],
  at: string,
  ignoring: readonly string[] = [],
): Walked {
  return scripts.reduce<Walked>(
    (walked, script) => {
      const moments =
        script.transaction === 'one'
          ? [script.statements.flatMap(({ deltas }) => deltas)]
          : script.statements.map(({ deltas }) => deltas);
      return moments.reduce<Walked>((inner, deltas) => {
        const applied = deltas.reduce<Walked>(
          ({ stand, violations }, delta) => ({
            stand: afterDelta(stand, delta),
            violations: [...violations, ...deltaViolations(plan, stand, delta, at, ignoring)],
          }),
          inner,
        );
        if (deltas.length === 0) return applied;
        const lived = live(plan, applied.stand, at);
        return { stand: lived.stand, violations: [...applied.violations, ...lived.violations] };
      }, walked);
    },
    { stand: start, violations: [] },
  );
}

const flagsOf = (share: number): readonly Running['flag'][] =>
  share <= 0 ? ['off'] : share >= 100 ? ['on'] : ['off', 'on'];

/** What runs while something is being brought out, and when it is done. */
function exchange(plan: Walkable, stand: Stand, next: readonly Running[], at: string): Walked {
  const during = live(plan, { ...stand, running: uniqueRunning([...stand.running, ...next]) }, at);
  const after = live(plan, { ...during.stand, running: uniqueRunning(next) }, at);
  return { stand: after.stand, violations: [...during.violations, ...after.violations] };
}

/** Takes one step forward. */
function forward(plan: Walkable, stand: Stand, step: Step): Walked {
  const { action } = step;
  switch (action.kind) {
    case 'statements':
      return runScripts(plan, stand, action.scripts, step.id);
    case 'deploy':
      return exchange(
        plan,
        stand,
        stand.flags.map((flag) => ({ release: action.release, flag })),
        step.id,
      );
    case 'flag': {
      const flags = flagsOf(action.share);
      const releases = [...new Set(stand.running.map(({ release }) => release))];
      const next = releases.flatMap((release) => flags.map((flag) => ({ release, flag })));
      return exchange(plan, { ...stand, flags }, next, step.id);
    }
    case 'stop':
      return { stand: { ...stand, running: [] }, violations: [] };
    case 'check':
    case 'hold':
    case 'people':
    case 'cannot':
      return live(plan, stand, step.id);
  }
}

/** Takes one step back: `before` is where the system stood before the step was taken forward. */
function backward(plan: Walkable, stand: Stand, step: Step, before: Stand): Walked {
  const at = `back over ${step.id}`;
  const { undo } = step;
  switch (undo.kind) {
    case 'statements':
      return runScripts(plan, stand, undo.scripts, at, undo.onlyIgnoring);
    case 'deploy':
    case 'flag':
      return exchange(plan, { ...stand, flags: before.flags }, before.running, at);
    case 'unneeded':
      return { stand, violations: [] };
    case 'restore':
    case 'none':
      return { stand: { ...before, stale: [], begun: [] }, violations: [] };
  }
}

/** Where a plan starts: the first release with its flag off, on the schema as it is. */
export const startOf = (plan: Walkable): Stand => ({
  schema: plan.environment.before,
  stale: [],
  begun: [],
  running: plan.releases.slice(0, 1).map(({ id }) => ({ release: id, flag: 'off' as const })),
  flags: ['off'],
});

export interface Passed {
  readonly step: Step;
  readonly phase: string;
  readonly before: Stand;
  readonly after: Stand;
  /** What ran at any moment of the step. */
  readonly during: readonly Running[];
}

interface Walk {
  readonly steps: readonly Passed[];
  readonly violations: readonly Violation[];
}

/** Walks a plan forward and keeps where it stood before and after each step. */
export const passed = oncePer((plan: Walkable): Walk => {
  const all = plan.phases.flatMap(({ id, steps }) => steps.map((step) => ({ phase: id, step })));
  return all.reduce<{ steps: readonly Passed[]; violations: readonly Violation[]; stand: Stand }>(
    ({ steps, violations, stand }, { phase, step }) => {
      const walked = forward(plan, stand, step);
      const entry = {
        step,
        phase,
        before: stand,
        after: walked.stand,
        during: uniqueRunning([...stand.running, ...walked.stand.running]),
      };
      return { steps: [...steps, entry], violations: [...violations, ...walked.violations], stand: walked.stand };
    },
    { steps: [], violations: [], stand: startOf(plan) },
  );
});

const losesIn = (undo: Undo): Loss => ('loses' in undo ? undo.loses : 'nothing');

/** Undoes some steps, given in running order, last first. Stops being lossless where an undo loses something. */
export function walkBack(
  plan: Walkable,
  from: Stand,
  steps: readonly Passed[],
): Walked & { readonly loses: readonly Loss[] } {
  return steps.toReversed().reduce<Walked & { loses: readonly Loss[] }>(
    ({ stand, violations, loses }, { step, before }) => {
      const walked = backward(plan, stand, step, before);
      const loss = losesIn(step.undo);
      return {
        stand: walked.stand,
        violations: [...violations, ...walked.violations],
        loses: loss === 'nothing' ? loses : [...loses, loss],
      };
    },
    { stand: from, violations: [], loses: [] },
  );
}
