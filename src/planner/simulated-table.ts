import type { Step } from '#model/plan.ts';
import type { Release, Running } from '#model/release.ts';
import type { Delta } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { startOf } from './walk.ts';
import type { Walkable } from './walk.ts';

/** One row: its values, and the truth that the application last wrote. */
interface Row {
  readonly values: Map<string, string | null>;
  truth: string;
}

interface SimulatedColumn {
  nullable: boolean;
  hasDefault: boolean;
  limit: number;
}

/** A process of a release remembers the columns, and whether each had a default, as it found them at its start. */
interface Process {
  readonly release: Release;
  readonly remembers: ReadonlyMap<string, boolean>;
}

const defaultValue = 'pending';
const bare = (column: string) => column.slice(column.lastIndexOf('.') + 1);

/**
 * One table with rows, as simple as can be: the laws are held to what really happens in it.
 *
 * It knows nothing of the laws. Each process inserts, updates and reads; whatever fails or reads a wrong value is a complaint.
 */
export const simulate = (plan: Walkable): readonly string[] => [
  ...new Set([...run(plan, 'there and back'), ...run(plan, 'to the end')]),
];

function run(plan: Walkable, route: 'there and back' | 'to the end'): readonly string[] {
  const columns = new Map<string, SimulatedColumn>();
  const pairs = new Map<string, readonly { readonly from: string; readonly to: string }[]>();
  const rows: Row[] = [];
  const complaints = new Set<string>();
  let processes: Process[] = [];
  let counter = 0;

  for (const [name, { nullable, hasDefault, narrow }] of Object.entries(plan.environment.before.columns)) {
    columns.set(bare(name), { nullable, hasDefault, limit: narrow ? 20 : 1000 });
  }
  for (let row = 0; row < 30; row += 1)
    rows.push({ values: new Map([...columns.keys()].map((name) => [name, defaultValue])), truth: defaultValue });

  const start = (release: Release): Process => ({
    release,
    remembers: new Map(
      release.remembersColumns ? [...columns].map(([name, { hasDefault }]) => [name, hasDefault]) : [],
    ),
  });

  function sync(values: Map<string, string | null>, old: ReadonlyMap<string, string | null> | undefined): void {
    for (const list of pairs.values()) {
      const [pair] = list;
      if (!pair) continue;
      const [a, b] = [bare(pair.from), bare(pair.to)];
      if (!old) {
        if ((values.get(b) ?? null) === null) values.set(b, values.get(a) ?? null);
        else values.set(a, values.get(b) ?? null);
      } else if ((values.get(b) ?? null) !== (old.get(b) ?? null)) values.set(a, values.get(b) ?? null);
      else if ((values.get(a) ?? null) !== (old.get(a) ?? null)) values.set(b, values.get(a) ?? null);
    }
  }

  function store(values: Map<string, string | null>, who: string): boolean {
    for (const [name, column] of columns) {
      const value = values.get(name) ?? null;
      if (value === null && !column.nullable) return complaints.add(`${who} sends NULL to ${name}`) && false;
      if (value !== null && value.length > column.limit)
        return complaints.add(`${who} sends too long a value to ${name}`) && false;
    }
    return true;
  }

  const known = ({ release, remembers }: Process) =>
    [...remembers.keys()].filter((name) => !release.ignores.some((column) => bare(column) === name));

  function insert(process: Process, withValue: boolean): void {
    const { release } = process;
    const [write] = release.writes;
    if (!write) return;
    const value = `${(write.wide?.length ?? 0) > 0 ? 'a value that is far too long ' : 'v'}${(counter += 1)}`;
    const sent = new Map<string, string | null>();
    for (const name of known(process)) sent.set(name, process.remembers.get(name) ? defaultValue : null);
    for (const name of write.defaults) sent.set(name, defaultValue);
    for (const name of [...write.columns, ...(withValue ? write.optional : [])]) sent.set(name, value);
    const unknown = [...sent.keys()].find((name) => !columns.has(name));
    if (unknown !== undefined) return void complaints.add(`${release.title} inserts into ${unknown}, which is gone`);
    const values = new Map(
      [...columns].map(([name, { hasDefault }]) => [
        name,
        sent.has(name) ? (sent.get(name) ?? null) : hasDefault ? defaultValue : null,
      ]),
    );
    sync(values, undefined);
    if (store(values, release.title))
      rows.push({ values, truth: write.columns.length > 0 || withValue ? value : defaultValue });
  }

  function update({ release }: Process): void {
    const [write] = release.writes;
    const row = rows[counter % rows.length];
    if (!write || !row) return;
    const value = `${(write.wide?.length ?? 0) > 0 ? 'a value that is far too long ' : 'u'}${(counter += 1)}`;
    const changed = new Map(row.values);
    for (const name of [...write.columns, ...write.optional]) {
      if (!columns.has(name)) return void complaints.add(`${release.title} updates ${name}, which is gone`);
      changed.set(name, value);
    }
    sync(changed, row.values);
    if (!store(changed, release.title)) return;
    for (const [name, next] of changed) row.values.set(name, next);
    row.truth = value;
  }

  function read({ release }: Process, flag: Running['flag']): void {
    for (const { column, fallback, when } of release.reads) {
      if (when !== undefined && when !== `flag-${flag}`) continue;
      if (!columns.has(bare(column))) return void complaints.add(`${release.title} reads ${column}, which is gone`);
      for (const { values, truth } of rows) {
        const value =
          values.get(bare(column)) ?? (fallback === undefined ? null : (values.get(bare(fallback)) ?? null));
        if (value !== truth) complaints.add(`${release.title} reads a wrong value from ${column}`);
      }
    }
  }

  function live(running: readonly Running[]): void {
    const releases = plan.releases.filter(({ id }) => running.some(({ release }) => release === id));
    processes = [
      ...processes.filter(({ release }) => releases.includes(release)),
      ...releases.filter((release) => !processes.some((process) => process.release === release)).map(start),
    ];
    const all = [...processes, ...releases.map(start)];
    for (const process of all) {
      insert(process, true);
      insert(process, false);
      for (let turn = 0; turn < 3; turn += 1) update(process);
    }
    for (const process of all)
      for (const { release, flag } of running) if (release === process.release.id) read(process, flag);
  }

  function apply(delta: Delta): void {
    switch (delta.kind) {
      case 'add-column': {
        columns.set(bare(delta.column), {
          nullable: delta.is.nullable,
          hasDefault: delta.is.hasDefault,
          limit: delta.is.narrow ? 20 : 1000,
        });
        for (const { values } of rows) values.set(bare(delta.column), delta.is.hasDefault ? defaultValue : null);
        return;
      }
      case 'drop-column':
        columns.delete(bare(delta.column));
        for (const { values } of rows) values.delete(bare(delta.column));
        return;
      case 'alter-column': {
        const column = columns.get(bare(delta.column));
        if (!column) return;
        column.nullable = delta.set.nullable ?? column.nullable;
        column.hasDefault = delta.set.hasDefault ?? column.hasDefault;
        if (!column.nullable && rows.some(({ values }) => (values.get(bare(delta.column)) ?? null) === null))
          complaints.add(`NOT NULL is refused on ${delta.column}`);
        return;
      }
      case 'fill': {
        const group = plan.environment.copies.find((members) => members.includes(delta.column)) ?? [];
        const source = group.find((member) => member !== delta.column && columns.has(bare(member)));
        if (source !== undefined)
          for (const { values } of rows) values.set(bare(delta.column), values.get(bare(source)) ?? null);
        return;
      }
      case 'start-sync':
        pairs.set(delta.name, delta.sync.pairs);
        return;
      case 'stop-sync':
        pairs.delete(delta.name);
        return;
      default:
        return;
    }
  }

  const runScripts = (scripts: readonly Script[], running: readonly Running[]): void => {
    for (const script of scripts) {
      for (const statement of script.statements) for (const delta of statement.deltas) apply(delta);
      live(running);
    }
  };

  const union = (left: readonly Running[], right: readonly Running[]) => [
    ...left,
    ...right.filter((one) => !left.some(({ release, flag }) => release === one.release && flag === one.flag)),
  ];
  const flagsOf = (share: number): readonly Running['flag'][] =>
    share <= 0 ? ['off'] : share >= 100 ? ['on'] : ['off', 'on'];

  function next(step: Step, running: readonly Running[]): readonly Running[] {
    const { action } = step;
    if (action.kind === 'deploy')
      return [...new Set(running.map(({ flag }) => flag))].map((flag) => ({ release: action.release, flag }));
    if (action.kind === 'flag')
      return [...new Set(running.map(({ release }) => release))].flatMap((release) =>
        flagsOf(action.share).map((flag) => ({ release, flag })),
      );
    return running;
  }

  const steps = plan.phases.flatMap((phase) => phase.steps);
  const until = route === 'to the end' ? -1 : steps.findIndex(({ undo }) => undo.kind === 'none');
  const forward = until === -1 ? steps : steps.slice(0, until);
  let running = startOf(plan).running;
  const positions: (readonly Running[])[] = [];
  live(running);
  for (const step of forward) {
    positions.push(running);
    if (step.action.kind === 'statements') runScripts(step.action.scripts, running);
    const after = next(step, running);
    if (after !== running) live(union(running, after));
    running = after;
    live(running);
  }
  for (const [index, step] of route === 'to the end' ? [] : [...forward.entries()].toReversed()) {
    if (step.undo.kind === 'statements') runScripts(step.undo.scripts, running);
    const before = positions[index] ?? running;
    if (step.undo.kind === 'deploy' || step.undo.kind === 'flag') {
      live(union(running, before));
      running = before;
      live(running);
    }
  }
  return [...complaints];
}
