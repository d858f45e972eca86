import type { ChangeContext, Part } from '#model/change.ts';
import type { Needs, Probe, Read, Write } from '#model/release.ts';
import { ignoreNotes, leavingNotes } from './ignore-notes.ts';
import type { Replacement } from './replacement.ts';
import { meansOf, namesOf } from './replacement.ts';
import { replacementNotes } from './replacement-notes.ts';

/** What each release of a replacement reads and writes. */
function needsFor(context: ChangeContext, replacement: Replacement) {
  const { table, from, to } = replacement;
  const { old, fresh } = namesOf(replacement);
  const { synced, flagged } = meansOf(context);
  const defaulted = replacement.default !== undefined;
  const remembers = context.stack.remembersColumns;

  /** May leave a value to the database as long as that fills every copy. */
  const leaves = (columns: readonly string[]): Write => ({
    table,
    inserts: true,
    columns: defaulted ? [] : columns,
    optional: defaulted ? columns : [],
    defaults: [],
  });
  const supplies = (columns: readonly string[]): Write => ({
    table,
    inserts: true,
    columns,
    optional: [],
    defaults: defaulted ? columns : [],
  });

  const readsNew: Read = { column: fresh, fallback: old };
  const byFlag: readonly Read[] = [
    { column: old, when: 'flag-off' },
    { ...readsNew, when: 'flag-on' },
  ];
  const both = synced ? leaves([from, to]) : supplies([from, to]);
  const ignoring = (column: string) => (remembers ? [column] : []);
  const last: Needs = { reads: [{ column: fresh }], writes: [supplies([to])], ignores: ignoring(old) };

  return {
    today: { reads: [{ column: old }], writes: [leaves([from])], ignores: ignoring(fresh) },
    'write-both': { reads: flagged ? byFlag : [{ column: old }], writes: [both], ignores: [] },
    ...(flagged ? {} : { switch: { reads: [readsNew], writes: [both], ignores: [] } }),
    ...(synced
      ? { retire: last }
      : { retire: { reads: [{ column: fresh }], writes: [both], ignores: [] }, contract: last }),
  } satisfies Part['application'];
}

/** A stack that remembers columns also sends an explicit NULL for one whose default it never saw. */
function probesFor(context: ChangeContext, { table, from, to, default: given }: Replacement): Pick<Part, 'probes'> {
  if (!context.stack.remembersColumns || !meansOf(context).synced) return {};
  const around: readonly Probe[] = [
    { kind: 'update', table, columns: [to] },
    { kind: 'read', table, columns: [to] },
  ];
  return {
    probes: {
      'write-both': [
        { kind: 'insert', table, columns: [from, to], nulls: [] },
        { kind: 'insert', table, columns: [from], nulls: [to] },
        ...(given === undefined ? [] : [{ kind: 'insert' as const, table, columns: [], nulls: [] }]),
        { kind: 'update', table, columns: [from] },
        { kind: 'read', table, columns: [from, to] },
        ...around,
      ],
      retire: [{ kind: 'insert', table, columns: [to], nulls: [] }, ...around],
    },
  };
}

/** The application versions of a replacement: what each needs, does, and must be written like. */
export const releasesFor = (
  context: ChangeContext,
  replacement: Replacement,
): Pick<Part, 'application' | 'probes' | 'releaseNotes'> => ({
  application: needsFor(context, replacement),
  ...probesFor(context, replacement),
  releaseNotes: replacementNotes(context, replacement, {
    today: ignoreNotes(context, replacement.table, [replacement.to]),
    last: leavingNotes(context, replacement.table, [replacement.from]),
  }),
});
