import type { TableScale } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { DiskGrowth } from '#model/engine.ts';
import type { Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import type { Core } from './core.ts';
import { signalExists } from './signal-exists.ts';
import { grouped, survey } from './survey.ts';

interface Need {
  readonly gigabytes: number;
  readonly says: Text;
}

/** What a change needs on the disk of every node, with its formula. */
export interface DiskNeed {
  /** Left out where a size is missing. */
  readonly gigabytes?: number;
  readonly says: Text;
}

const concerns = (statement: Statement, table: string): boolean =>
  statement.repeat?.kind === 'key-range'
    ? statement.repeat.table === table
    : statement.effect.locks.length === 0 || statement.effect.locks.some((lock) => lock.table === table);

function needsOf(statements: readonly Statement[], table: TableScale, growth: DiskGrowth): readonly Need[] {
  const { heapShare, updateLog, rewriteLog, indexBytesPerRow } = growth;
  const { gigabytes: size, rows } = table;
  if (!isGiven(size)) return [];
  const mine = statements.filter((statement) => concerns(statement, table.name));
  const updates = mine.some(({ repeat, effect }) => repeat !== undefined || effect.work === 'rows');
  const rewrites = mine.some(({ effect }) => effect.work === 'rewrite');
  const indexes = mine.filter(({ effect }) => effect.work === 'index build').length;
  const heap = size * heapShare;
  const index = isGiven(rows) ? (rows * indexBytesPerRow) / 1024 ** 3 : size * 0.1;
  return [
    ...(updates
      ? [
          { gigabytes: heap, says: words`dead rows of ${code(table.name)} up to its heap, ${grouped(heap)} GB` },
          { gigabytes: heap * updateLog, says: words`log about ${updateLog} × heap = ${grouped(heap * updateLog)} GB` },
        ]
      : []),
    ...(rewrites
      ? [
          { gigabytes: size, says: words`${code(table.name)} and its indexes once more, ${grouped(size)} GB` },
          {
            gigabytes: heap * rewriteLog,
            says: words`log about ${rewriteLog} × heap = ${grouped(heap * rewriteLog)} GB`,
          },
        ]
      : []),
    ...(indexes > 0
      ? [
          {
            gigabytes: indexes * index,
            says: words`${indexes} index${indexes > 1 ? 'es' : ''} ${grouped(indexes * index)} GB`,
          },
        ]
      : []),
  ];
}

/** What the hosting shows of free space, where it is not the host's own disk. */
export const diskSeenAt = ({ brief }: Core): Text | undefined => {
  const { hosting } = brief.situation;
  return isGiven(hosting) ? hosting.watches?.find(({ family }) => family === 'disk')?.reads : undefined;
};

/** Where free space is looked for: on each node, or where the hosting keeps tables. */
const freeSpace = ({ brief }: Core): Text => {
  const { hosting } = brief.situation;
  return (isGiven(hosting) ? hosting.storage : undefined) ?? words`on every node`;
};

/** Disk that the plan needs; `undefined` for one that writes no table anew, moves no row and builds no index. */
export function diskNeed(core: Core): DiskNeed | undefined {
  const { statements, movesRows, buildsIndex } = survey(core);
  if (!movesRows && !buildsIndex) return undefined;
  const all = statements.map(({ statement }) => statement);
  if (!signalExists(core, 'disk'))
    return { says: words`measure in the dry run what the work uses and costs, then × 1.5` };
  const growth = core.brief.engine.diskGrowth;
  if (growth === undefined) return { says: words`measure in the dry run how far free disk and log move, then × 1.5` };
  const needs = core.brief.tables.flatMap((table) => needsOf(all, table, growth));
  if (needs.length === 0) {
    return {
      says: words`size not given: measure in the dry run how far free disk and log move, then × 1.5 (assumed: an update of every row writes about the heap once more and ${growth.updateLog} × heap of log)`,
    };
  }
  const gigabytes = Math.ceil(needs.reduce((sum, need) => sum + need.gigabytes, 0));
  return {
    gigabytes,
    says: words`≥ ${grouped(gigabytes)} GB free ${freeSpace(core)} (assumed, heap = ${growth.heapShare * 100} % of the size; measure in the dry run, then × 1.5): ${joinText(
      needs.map(({ says }) => says),
      '; ',
    )}`,
  };
}

/** Whether the free disk that was given is enough. */
export function diskFits(core: Core): 'yes' | 'no' | 'unknown' {
  const need = diskNeed(core);
  const free = core.brief.freeDiskGigabytes;
  if (need === undefined) return 'yes';
  return need.gigabytes === undefined || !isGiven(free) ? 'unknown' : free >= need.gigabytes ? 'yes' : 'no';
}
