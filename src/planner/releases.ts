import type { Part } from '#model/change.ts';
import type { Stage } from '#model/plan.ts';
import { stages } from '#model/plan.ts';
import type { Needs, Probe, Release, Write } from '#model/release.ts';
import type { Text } from '#model/text.ts';
import type { MergedPhase } from './merge-stages.ts';

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Two changes may write the same table: the release names what either names. */
function mergeWrites(writes: readonly Write[]): readonly Write[] {
  return unique(writes.map(({ table }) => table)).map((table) => {
    const same = writes.filter((write) => write.table === table);
    const columns = unique(same.flatMap((write) => write.columns));
    const wide = unique(same.flatMap((write) => write.wide ?? []));
    return {
      table,
      inserts: same.some(({ inserts }) => inserts),
      columns,
      optional: unique(same.flatMap(({ optional }) => optional)).filter((column) => !columns.includes(column)),
      defaults: unique(same.flatMap(({ defaults }) => defaults)),
      ...(wide.length > 0 ? { wide } : {}),
    };
  });
}

/** The needs of several changes at once. A column that one of them needs is not ignored for another. */
function mergeNeeds(needs: readonly Needs[]): Needs {
  const writes = mergeWrites(needs.flatMap((one) => one.writes));
  const reads = needs.flatMap((one) => one.reads);
  const used = [
    ...reads.map(({ column }) => column),
    ...writes.flatMap(({ table, columns, optional }) =>
      [...columns, ...optional].map((column) => `${table}.${column}`),
    ),
  ];
  return {
    reads,
    writes,
    ignores: unique(needs.flatMap(({ ignores }) => ignores)).filter((column) => !used.includes(column)),
  };
}

/** What an entry says for a stage: its own word, or the last one before it. */
function latest<Value>(
  entries: { readonly today?: Value } & { readonly [S in Stage]?: Value },
  stage: Stage | undefined,
): Value | undefined {
  const reached = stage === undefined ? [] : stages.slice(0, stages.indexOf(stage) + 1);
  const found = reached.toReversed().find((candidate) => entries[candidate] !== undefined);
  return (found === undefined ? undefined : entries[found]) ?? entries.today;
}

/** The representative statements that follow from what a release reads and writes. */
function probesFrom({ reads, writes }: Needs): readonly Probe[] {
  const tables = unique(reads.map(({ column }) => column.slice(0, column.lastIndexOf('.'))));
  const bare = (column: string) => column.slice(column.lastIndexOf('.') + 1);
  const named = (columns: readonly string[]) => columns.filter((column) => column !== '*');
  const readProbes = tables.map((table): Probe => ({
    kind: 'read',
    table,
    columns: named(
      unique(reads.filter(({ column }) => column.startsWith(`${table}.`)).map(({ column }) => bare(column))),
    ),
  }));
  const writeProbes = writes.flatMap(({ table, inserts, columns, optional, defaults }): readonly Probe[] => {
    const always = named(unique([...columns, ...defaults]));
    const all = named(unique([...always, ...optional]));
    return [
      ...(inserts ? [{ kind: 'insert' as const, table, columns: all, nulls: [] }] : []),
      ...(inserts && optional.length > 0 ? [{ kind: 'insert' as const, table, columns: always, nulls: [] }] : []),
      ...(all.length > 0 ? [{ kind: 'update' as const, table, columns: all }] : []),
    ];
  });
  return [...readProbes, ...writeProbes];
}

type Deploying = Pick<MergedPhase, 'stage' | 'bringing'>;

/** How far each change has come with each release: the stage of its own last deploy. Another change's deploy of the same stage moves nothing. */
const reachedBy = (
  parts: readonly Part[],
  deploying: readonly Deploying[],
): readonly (readonly { readonly part: Part; readonly stage: Stage | undefined }[])[] =>
  [undefined, ...deploying].map((_, index) =>
    parts.map((part) => ({
      part,
      stage: deploying.slice(0, index).findLast(({ bringing }) => bringing.includes(part))?.stage,
    })),
  );

/** The releases of a plan: today's, and one for each phase that deploys. Ids are `0`, `1`, … */
export function releasesOf(
  parts: readonly Part[],
  deploying: readonly Deploying[],
  remembersColumns: boolean,
): readonly Release[] {
  return reachedBy(parts, deploying).map((reached, index) => {
    const needsAt = ({ application }: Part, stage: Stage | undefined) =>
      latest(application, stage) ?? application.today;
    const needs = mergeNeeds(reached.map(({ part, stage }) => needsAt(part, stage)));
    const probes = reached.flatMap(({ part, stage }) => {
      const own = part.probes && latest(part.probes, stage);
      return own ?? probesFrom(needsAt(part, stage));
    });
    return { id: String(index), title: `Release ${index}`, remembersColumns, ...needs, probes };
  });
}

/** What the code of each release must do, in the order of the releases: the notes of the changes that come out with it. */
export const releaseNotesOf = (
  parts: readonly Part[],
  deploying: readonly Deploying[],
): readonly (readonly Text[])[] => [
  parts.flatMap(({ releaseNotes }) => releaseNotes?.today ?? []),
  ...deploying.map(({ stage, bringing }) => bringing.flatMap(({ releaseNotes }) => releaseNotes?.[stage] ?? [])),
];
