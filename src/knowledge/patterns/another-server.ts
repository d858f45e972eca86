import type { CheckDraft, ChangeContext, StepDraft } from '#model/change.ts';
import { checkStep, step, stopAll } from '#model/change.ts';
import type { ChecklistItem } from '#model/plan.ts';
import type { Needs } from '#model/release.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Minutes, Script, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { peopleStep } from './people-step.ts';
import { spokenScript, spokenUndo } from './spoken-undo.ts';
import { columnStands } from './table-needs.ts';
import { withStatement } from './with-statement.ts';

/** Two servers, the streams between them, and what goes over. */
export interface Servers {
  readonly old: Text;
  readonly next: Text;
  /** Blank: the whole database. */
  readonly tables: readonly [string, ...string[]];
  readonly stream: string;
  /** The engine carries the changes itself; otherwise a tool that people run. */
  readonly native: boolean;
}

/**
 * What a release on the old server relies on, as the laws see it: no later write has left the old server behind. It is
 * not so from the end of the stream there until everything has been carried back.
 */
const current = columnName('old server', 'rows');

export const oldServerStands: readonly Delta[] = [
  { kind: 'add-table', table: 'old server' },
  columnStands('old server', 'rows'),
];

/** A release that is connected to the old server. */
export const onOldServer: Needs = { reads: [{ column: current }], writes: [], ignores: [] };

/** The release on the old server ends, and starts again only as the last thing of the way back. */
export const stopForTurn = (does: Text, { old, next }: Servers): StepDraft => ({
  ...stopAll(words`${does}; keep them from starting again: ${old} refuses their logins`),
  undo: {
    kind: 'deploy',
    minutes: { kind: 'assumed', minutes: 5 },
    loses: 'nothing',
    note: words`In this order, never rolling: every process on ${next} stopped and none started; the stream back empty and ended; the numbers of ${old} ahead; only then the release before starts on ${old}. Never do both take writes.`,
  },
});

const rehearsed = (what: Text): Minutes => ({ kind: 'measure', what });

/** What the stream needs may take a restart, which must not be found out in the window. */
export const readyToStream = ({ old, next, native }: Servers): readonly StepDraft[] =>
  native
    ? [
        checkStep(
          words`Set on ${old}, and later on ${next}, what the stream needs; the restart of ${old} that this takes is a stop of its own, agreed by ______`,
          words`set, and the server restarted, before the first window`,
          { proves: 'settings', actor: 'executor', minutes: rehearsed(words`minutes of a restart`) },
        ),
      ]
    : [];

/** The first copy and the stream that keeps the new server equal. */
export function streamThere(
  { engine }: ChangeContext,
  { old, next, tables, stream, native }: Servers,
): readonly StepDraft[] {
  const made = peopleStep(
    words`Make ${next}: size, settings, users, grants, extensions, time zone, collation, and the schema without rows; its replicas`,
    words`schema, grants and settings equal those of ${old}; differences are written down: ______`,
    spokenUndo('Take the new server away; nothing uses it.', { kind: 'assumed', minutes: 10 }),
    { proves: 'schema' },
  );
  return native
    ? [
        made,
        step(engine.publish({ publication: stream, tables }), {
          does: words`On ${old}: publish ${code(tables.join(', '))} as ${code(stream)}. Each needs a primary key or another replica identity, or its updates and deletes fail from this moment on`,
          proves: 'keys',
        }),
        step(engine.subscribe({ subscription: stream, publication: stream }), {
          does: words`On ${next}: subscribe to it as ${code(stream)}: it copies the rows, then follows`,
        }),
      ]
    : [
        made,
        peopleStep(
          words`Start the first copy and the stream of changes ${code(stream)} with ______ (tool and version), throttled by the lag of ${old}`,
          words`every table is listed by the tool; the stream began at the point of the copy`,
          spokenUndo(
            'Stop the stream, remove what the tool left on the old server (slots, triggers, log settings), empty the new one.',
            { kind: 'assumed', minutes: 15 },
          ),
          { proves: 'keys' },
        ),
      ];
}

/** From this step on the old server is behind, until its way back is taken. */
function leavesBehind(draft: StepDraft): StepDraft {
  const { action, undo } = draft;
  if (action.kind !== 'statements' || undo.kind !== 'statements') return draft;
  const adding = ([{ statements, ...script }, ...rest]: readonly [Script, ...Script[]], delta: Delta) => {
    const [first, ...others] = statements;
    const told = { ...script, statements: [{ ...first, deltas: [...first.deltas, delta] }, ...others] as const };
    return [told, ...rest] as const;
  };
  const behind: Delta = { kind: 'alter-column', column: current, set: { filled: false } };
  return {
    ...draft,
    action: { ...action, scripts: adding(action.scripts, behind) },
    undo: { ...undo, scripts: adding(undo.scripts, { kind: 'fill', column: current }) },
  };
}

/** While nothing writes: drain, carry numbers over, and start the stream the other way before the first write. */
export function turnStream(
  { engine }: ChangeContext,
  { old, next, tables, stream, native }: Servers,
): readonly StepDraft[] {
  const back = `${stream}_back`;
  const numbers = peopleStep(
    words`Set every sequence and number generator of ${next} ahead of ${old} by a gap of ______`,
    words`each stands higher than the highest value in use`,
    spokenUndo(
      'Set every sequence of the old server ahead of the highest value that the new one has given out, before anything writes there.',
      { kind: 'assumed', minutes: 5 },
    ),
    { proves: 'numbers', minutes: rehearsed(words`minutes of this step in the rehearsal`) },
  );
  const drained = checkStep(
    words`Wait until everything written to ${old} stands in ${next}`,
    words`the lag is 0 and a row written last on ${old} is there`,
    { proves: 'parity', actor: 'executor', minutes: rehearsed(words`minutes until the lag is 0 after the last write`) },
  );
  const inRehearsal = { minutes: rehearsed(words`minutes of this step in the rehearsal`) };
  const ended = leavesBehind(
    native
      ? step(engine.unsubscribe({ subscription: stream, publication: stream }), {
          does: words`On ${next}: end ${code(stream)}, the stream from ${old}`,
          ...inRehearsal,
        })
      : {
          ...peopleStep(
            words`End the stream from ${old} to ${next}`,
            words`nothing more arrives at ${next}`,
            spokenUndo(
              'With nothing writing and the reverse stream drained: start the stream from the old server to the new one again, from this point, without a new copy.',
              { kind: 'assumed', minutes: 10 },
            ),
            inRehearsal,
          ),
          action: {
            kind: 'statements',
            scripts: [spokenScript(`End ${stream} with the tool, and remove what it keeps on the old server.`)],
          },
        },
  );
  const reverse = native
    ? [
        step(engine.publish({ publication: back, tables }), {
          does: words`On ${next}: publish the same tables as ${code(back)}`,
        }),
        step(engine.subscribe({ subscription: back, publication: back, copy: false }), {
          does: words`On ${old}: subscribe to ${code(back)}, the stream back, without copying rows that are already there`,
        }),
      ]
    : [
        peopleStep(
          words`Start the stream ${code(back)} from ${next} back to ${old}, without a first copy`,
          words`a test row written to ${next} shows on ${old}, and its deletion too`,
          spokenUndo('Wait until the reverse stream is empty, then stop it.', { kind: 'assumed', minutes: 10 }),
          inRehearsal,
        ),
      ];
  return [drained, ended, numbers, ...reverse];
}

/** The end of the way back, as a step of its own. */
export function endStream(
  { engine }: ChangeContext,
  { old, next, stream, native }: Servers,
): readonly [StepDraft, StepDraft] {
  const back = `${stream}_back`;
  const undo: Undo = {
    kind: 'none',
    because: words`what is written to ${next} from now on is not on ${old}`,
    loses: { what: words`on a return to ${old}: every write since the stream stopped` },
  };
  const minutes: Minutes = { kind: 'assumed', minutes: 10 };
  const ended = native
    ? step(engine.unsubscribe({ subscription: back, publication: back }), {
        does: words`On ${old}: end ${code(back)}, the stream from ${next}`,
        undo,
        minutes,
      })
    : peopleStep(
        words`Stop ${code(back)}, the stream from ${next} back to ${old}`,
        words`nothing more arrives at ${old}; no slot or log is held for it`,
        undo,
        { minutes },
      );
  return [
    ended,
    peopleStep(
      words`Take a last backup of ${old}, then switch it off`,
      words`the backup was restored once and is kept at ______ until ______`,
      {
        kind: 'restore',
        from: words`the last backup of ${old}`,
        minutes: rehearsed(words`minutes of a restore`),
        loses: { what: words`every write since the stream stopped` },
      },
      { minutes: { kind: 'assumed', minutes: 30 } },
    ),
  ];
}

/** What shows that two servers hold the same. */
export const serverChecks = (
  { engine }: ChangeContext,
  { old, next, stream, native }: Servers,
): readonly CheckDraft[] => [
  ...(native
    ? [
        {
          key: 'settings',
          title: words`Settings of the stream`,
          when: 'before' as const,
          stages: ['prepare' as const],
          how: words`On ${old} and on ${next}; room for one slot and sender more than there are tables`,
          ...withStatement(engine.query.streamSettings({ publication: stream })),
          expected: words`as the stream needs them, on both`,
          tolerance: words`none`,
        },
      ]
    : []),
  {
    key: 'keys',
    title: words`Every table can be followed`,
    when: 'before',
    stages: ['prepare', 'expand'],
    how: words`Tables without a primary key or another identity; kinds of object and type that the stream does not carry (sequences, schema changes, large objects)`,
    expected: words`0 tables; for each kind that is not carried, who carries it and when`,
    tolerance: words`none`,
  },
  {
    key: 'schema',
    title: words`The same schema on both`,
    when: 'before',
    stages: ['expand'],
    how: words`Compare the printed schemas, grants, settings, extensions and collations of ${old} and ${next}`,
    expected: words`equal, but for the differences written down`,
    tolerance: words`none that was not accepted`,
  },
  {
    key: 'parity',
    title: words`The same rows on both`,
    when: 'during',
    stages: ['prove', 'switch', 'hold', 'retire'],
    how: words`For every table: number of rows, and a checksum by ranges of the key; the newest 10,000 rows one by one. What is on its way is compared again 60 s later`,
    expected: words`equal`,
    tolerance: words`none`,
  },
  {
    key: 'figures',
    title: words`The same figures from both`,
    when: 'during',
    stages: ['prove', 'hold'],
    how: words`Five figures that the business knows, computed on ${old} and on ${next} over closed days`,
    expected: words`equal`,
    tolerance: words`none`,
  },
  {
    key: 'lag',
    title: words`Lag of the stream`,
    when: 'during',
    stages: ['backfill', 'prove', 'switch', 'hold', 'retire'],
    how: words`Seconds and bytes behind, and log that ${old} and ${next} keep for it`,
    expected: words`seconds; the log kept does not grow`,
    tolerance: words`10 s before writes move, and 0 with writers stopped`,
  },
  {
    key: 'numbers',
    title: words`Numbers do not repeat`,
    when: 'during',
    stages: ['switch', 'retire'],
    how: words`Every sequence and number generator of the side that begins to write, against the highest value in its column`,
    expected: words`higher`,
    tolerance: words`none`,
  },
  {
    key: 'plans',
    title: words`Plans on ${next}`,
    when: 'during',
    stages: ['prove'],
    how: words`With statistics gathered: the twenty statements with the most time in all, on both servers`,
    expected: words`p95 within 10 %`,
    tolerance: words`10 %`,
  },
  {
    key: 'smoke',
    title: words`The application on ${next}`,
    when: 'after',
    stages: ['switch', 'retire'],
    how: words`Each critical flow, one job retry, one nightly run, one backup with its restore`,
    expected: words`each passes`,
    tolerance: words`none`,
  },
];

/** What must be written down before two servers are kept equal. */
export const serverChecklist = ({ old, next }: Servers): readonly ChecklistItem[] => [
  {
    title: words`Schema freeze`,
    detail: words`No migration runs on ${old} or ${next} from the first copy until the way back is closed; who watches: ______`,
    critical: true,
  },
  {
    title: words`Every client`,
    detail: words`Services, jobs, poolers, reports, change capture, backups, monitoring and people’s own connections to ${old}, with how each is moved and by whom: ______`,
    critical: true,
  },
  {
    title: words`Room for the stream`,
    detail: words`Log kept by ${old} while the first copy runs, and by ${next} for the way back: free disk ______ GB, alert at ______`,
    critical: true,
  },
  {
    title: words`What only ${next} can hold`,
    detail: words`Types, features and larger numbers that ${old} cannot take are not used until the way back is closed`,
    critical: true,
  },
  {
    title: words`Backups of ${next}`,
    detail: words`Backup, point-in-time recovery, monitoring and alerts of ${next} run and were tested before it takes writes: ______`,
    critical: true,
  },
];
