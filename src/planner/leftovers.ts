import type { Step } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import type { ColumnName, Delta } from '#model/schema.ts';
import { tableOf } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import { writtenBy } from './compatible.ts';
import type { Walkable } from './walk.ts';

const deltasOf = ({ action }: Step): readonly Delta[] =>
  action.kind === 'statements' ? statementsOf(action.scripts).flatMap(({ deltas }) => deltas) : [];

/** The release reads or writes something of the table, or the column itself. */
const names = (release: Release, thing: { readonly column: ColumnName } | { readonly table: string }): boolean =>
  [...release.reads.map(({ column }) => column), ...writtenBy(release)].some((used) =>
    'column' in thing ? used === thing.column : tableOf(used) === thing.table,
  );

const isIndex = (delta: Delta): boolean => delta.kind === 'add-object' && delta.object.startsWith('index ');

/** Nothing that runs names the column, and it is no copy that must be kept equal. */
const unnamed = (
  { copies }: Walkable['environment'],
  releases: readonly Release[],
  thing: { readonly column: ColumnName },
): boolean =>
  !copies.some((group) => group.includes(thing.column)) && !releases.some((release) => names(release, thing));

/** No write can fail for it, and what runs does not name it. */
function harmless({ environment }: Walkable, releases: readonly Release[], delta: Delta): boolean {
  switch (delta.kind) {
    case 'add-table':
      return !releases.some((release) => names(release, delta));
    case 'add-column':
      return (
        (delta.is.nullable || delta.is.hasDefault) &&
        delta.is.generated !== true &&
        unnamed(environment, releases, delta)
      );
    case 'fill':
      return unnamed(environment, releases, delta);
    case 'add-object':
      return delta.unique !== true && (isIndex(delta) || delta.object.startsWith('type '));
    default:
      return false;
  }
}

/** What else happened since, besides what would stay. */
interface Since {
  /** Something else was taken back: it may have been the cause. */
  readonly otherUndone: boolean;
  /** Something else was done than to look. */
  readonly otherDone: boolean;
}

/** What these steps brought may stay when a later phase is taken back: nothing that runs names it, and no write fails for it. An index costs each write: it stays only where something else was taken back first. */
export function mayStay(
  plan: Walkable,
  steps: readonly Step[],
  running: readonly string[],
  { otherUndone, otherDone }: Since,
): boolean {
  const releases = plan.releases.filter(({ id }) => running.includes(id));
  const deltas = steps.map(deltasOf);
  const enough = deltas.flat().some(isIndex) ? otherUndone : otherUndone || otherDone;
  return enough && deltas.every((own) => own.length > 0 && own.every((delta) => harmless(plan, releases, delta)));
}
