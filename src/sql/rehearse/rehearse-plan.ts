import type { Plan, Step } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import type { Script } from '#model/statement.ts';
import { differencesOf } from './differences.ts';
import type { ProbeFailure, Prober, Written } from './probes.ts';

/** The parts of a plan that can be run. */
export type Runnable = Pick<Plan, 'phases' | 'releases' | 'environment'>;

/** What a rehearsal runs on: a fresh database with rows in it, and ways to look at it. */
export interface Stage {
  /** Runs one script as printed, with its guard; says which statements cannot be run here. */
  readonly run: (script: Script) => Promise<readonly string[]>;
  /** The session of a script ends with it: what it has set and prepared is gone. */
  readonly end?: () => Promise<void>;
  readonly prober: Prober;
  readonly catalog: () => Promise<readonly string[]>;
  /** Rows of the tables that must survive, as text. */
  readonly rows: () => Promise<readonly string[]>;
  /** The value that stands now where a probe wrote; `undefined` where that cannot be compared. */
  readonly standing: (written: Written) => Promise<string | null | undefined>;
}

/** What a run there and back has shown. */
export interface Rehearsed {
  readonly failures: readonly ProbeFailure[];
  /** Lines of the catalog that are left over (`+`) or missing (`-`) after the way back. */
  readonly differences: readonly string[];
  /** Rows that were there before and are not any more, beyond those that probes have changed. */
  readonly lostRows: number;
  /** Writes of probes that are not there any more. */
  readonly lostWrites: readonly string[];
  readonly notRun: readonly string[];
}

/** A script cut where other sessions can see what has been done: after each statement, or after the commit. */
const moments = (script: Script): readonly Script[] =>
  script.transaction === 'one'
    ? [script]
    : script.statements.map((statement): Script => ({ ...script, statements: [statement] }));

interface Live {
  readonly releases: readonly string[];
  readonly before: ReadonlyMap<string, readonly string[]>;
}

/** Walks a plan on a stage, with every release that can be live probing between all statements. */
function makeWalker(plan: Runnable, stage: Stage) {
  const failures: ProbeFailure[] = [];
  const notRun: string[] = [];
  const releaseOf = (id: string): Release | undefined => plan.releases.find((release) => release.id === id);

  async function probe(ids: readonly string[], at: string): Promise<void> {
    for (const id of new Set(ids)) {
      const release = releaseOf(id);
      if (release) failures.push(...(await stage.prober.run(release, at)));
    }
  }

  async function runMoment(moment: Script, at: string): Promise<void> {
    try {
      notRun.push(...(await stage.run(moment)));
    } catch (reason) {
      const text = moment.statements.map((statement) => statement.text).join('; ');
      const says = reason instanceof Error ? reason.message : String(reason);
      failures.push({ at, release: 'schema', probe: text, says });
    }
  }

  async function runScripts(scripts: readonly Script[], live: readonly string[], at: string): Promise<void> {
    for (const script of scripts) {
      for (const moment of moments(script)) {
        await runMoment(moment, at);
        stage.prober.forget();
        await probe(live, at);
      }
      await stage.end?.();
    }
  }

  async function forward(step: Step, live: Live): Promise<Live> {
    const before = new Map([...live.before, [step.id, live.releases]]);
    const { action } = step;
    if (action.kind === 'statements') {
      await runScripts(action.scripts, live.releases, step.id);
      return { ...live, before };
    }
    if (action.kind === 'deploy') {
      await probe([...live.releases, action.release], step.id);
      return { releases: [action.release], before };
    }
    if (action.kind === 'stop') return { releases: [], before };
    if (action.kind === 'flag') await probe(live.releases, step.id);
    return { ...live, before };
  }

  async function backward(step: Step, live: Live): Promise<Live> {
    const at = `back over ${step.id}`;
    if (step.undo.kind === 'statements') await runScripts(step.undo.scripts, live.releases, at);
    const releases = live.before.get(step.id) ?? live.releases;
    if (step.undo.kind === 'deploy') {
      await probe([...live.releases, ...releases], at);
      return { ...live, releases };
    }
    return live;
  }

  return { failures, notRun, forward, backward };
}

const start = (plan: Runnable): Live => ({
  releases: plan.releases.slice(0, 1).map(({ id }) => id),
  before: new Map(),
});

/** The later write went to a copy of the same value in the row of the same key, in this table or another. */
const overwritten = ({ environment }: Runnable, earlier: Written, later: Written): boolean =>
  JSON.stringify(earlier.key) === JSON.stringify(later.key) &&
  environment.copies.some((group) =>
    [earlier, later].every(({ table, column }) => group.includes(`${table}.${column}`)),
  );

/** Runs the first steps of a plan, then takes them back, last first, and says what is different from before. */
export async function thereAndBack(plan: Runnable, stage: Stage, steps: readonly Step[]): Promise<Rehearsed> {
  const walker = makeWalker(plan, stage);
  const [catalog, rows] = [await stage.catalog(), await stage.rows()];
  const earlier = new Set(stage.prober.written());
  const deletedEarlier = stage.prober.deleted();
  let live = start(plan);
  for (const step of steps) live = await walker.forward(step, live);
  for (const step of steps.toReversed()) live = await walker.backward(step, live);
  const kept = new Set(await stage.rows());
  const gone = rows.filter((row) => !kept.has(row)).length;
  const lostWrites: string[] = [];
  const all = stage.prober.written();
  for (const [index, written] of all.entries()) {
    if (all.slice(index + 1).some((later) => overwritten(plan, written, later))) continue;
    const value = await stage.standing(written);
    if (value !== undefined && value !== written.value) {
      lostWrites.push(
        `${written.table}.${written.column} of ${JSON.stringify(written.key)} is ${String(value)}, was written as ${String(written.value)}`,
      );
    }
  }
  const touched = new Set(
    stage.prober
      .written()
      .filter((written) => !earlier.has(written))
      .map(({ table, key }) => JSON.stringify([table, key])),
  ).size;
  return {
    failures: walker.failures,
    differences: differencesOf(catalog, await stage.catalog()),
    lostRows: Math.max(0, gone - touched - (stage.prober.deleted() - deletedEarlier)),
    lostWrites,
    notRun: walker.notRun,
  };
}

/** Runs a plan to its end, past the point of no return. */
export async function toTheEnd(plan: Runnable, stage: Stage): Promise<Pick<Rehearsed, 'failures' | 'notRun'>> {
  const walker = makeWalker(plan, stage);
  let live = start(plan);
  for (const step of plan.phases.flatMap(({ steps }) => steps)) live = await walker.forward(step, live);
  return { failures: walker.failures, notRun: walker.notRun };
}
