import type { Brief, Hours } from '#model/brief.ts';
import type { StepDraft } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { Minutes, Repeat, Script, Undo } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { dependentHours } from './busy-hours.ts';
import type { MergedPhase } from './merge-stages.ts';

/** Seconds that one batch is assumed to work, until the dry run has measured it. */
const assumedBatchSeconds = 0.5;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const hoursText = ({ from, to }: Hours): string => `${clock(from)}–${clock(to)} UTC`;

const grouped = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** Minutes of a loop over rows, with its formula; what to measure when the rows are not given. */
export function repeatMinutes(brief: Brief, repeat: Repeat): Minutes {
  const table = repeat.kind === 'key-range' ? repeat.table : undefined;
  const rows = brief.tables.find(({ name }) => name === table)?.rows;
  if (rows === undefined || !isGiven(rows)) {
    return {
      kind: 'measure',
      what: words`key range ÷ ${repeat.size} × (seconds a batch works + ${repeat.pauseSeconds} s pause)`,
    };
  }
  const batches = Math.ceil(rows / repeat.size);
  const minutes = Math.max(1, Math.ceil((batches * (assumedBatchSeconds + repeat.pauseSeconds)) / 60));
  return {
    kind: 'computed',
    minutes,
    formula: words`${grouped(rows)} rows (measure: keys may have gaps) ÷ ${grouped(repeat.size)} = ${grouped(batches)} batches × (${assumedBatchSeconds} s work (measure) + ${repeat.pauseSeconds} s pause) = ${grouped(minutes)} min`,
  };
}

const repeatsOf = (scripts: readonly Script[]): readonly Repeat[] =>
  statementsOf(scripts).flatMap(({ repeat }) => (repeat ? [repeat] : []));

type Known = Exclude<Minutes, { kind: 'measure' }>;

/** What disk-bound servers do, a fifth of what was measured on cached tables: megabytes read, and index rows built, per second. */
const scanned = 200;
const indexed = 300_000;

const pass = (gigabytes: number, times: number): Known => ({
  kind: 'assumed',
  minutes: Math.max(1, Math.ceil((times * gigabytes * 1024) / scanned / 60)),
  formula: words`${times > 1 ? `${String(times)} × ` : ''}${gigabytes} GB ÷ ${scanned} MB a second`,
});

/**
 * What a statement that goes through the whole table takes, by its size; `undefined` for one that does not.
 *
 * The first table that a statement locks is the one it reads. A scan that is refused in a transaction is a cleaning: it reads the indexes too and
 * writes, so no size tells how long it takes. An index that is built outside of a transaction reads the table twice.
 */
function passMinutes(brief: Brief, scripts: readonly Script[]): Minutes | undefined {
  const passing = statementsOf(scripts).find(
    ({ effect }) =>
      ['scan', 'index build', 'rewrite'].includes(effect.work) ||
      // It is known whom it holds up, and not for how long.
      (effect.work === 'unconfirmed' && effect.blocks !== 'unconfirmed'),
  );
  if (!passing) return undefined;
  const { work, locks, transaction } = passing.effect;
  const table = brief.tables.find(({ name }) => locks[0]?.table === name);
  const [build, outside] = [work === 'index build', transaction === 'outside'];
  const size = build ? table?.rows : table?.gigabytes;
  if (size === undefined || !isGiven(size) || (outside && !build) || work === 'unconfirmed')
    return { kind: 'measure', what: words`how long it goes through the whole table` };
  if (!build) return pass(size, 1);
  const built: Known = {
    kind: 'assumed',
    minutes: Math.max(1, Math.ceil(size / indexed / 60)),
    formula: words`${grouped(size)} rows ÷ ${grouped(indexed)} a second`,
  };
  const gigabytes = table?.gigabytes;
  const read = outside && gigabytes !== undefined && isGiven(gigabytes) ? pass(gigabytes, 2) : built;
  return read.minutes > built.minutes ? read : built;
}

/** Where many rows are changed in one statement, no size tells how long it takes. */
const rowsMinutes = ({ engine }: Brief, scripts: readonly Script[]): Minutes | undefined =>
  engine.rowsAtOnce && statementsOf(scripts).some(({ effect }) => effect.work === 'rows')
    ? { kind: 'measure', what: words`how long the one statement runs on a copy` }
    : undefined;

/** The minutes of a step: those of its loop or of its pass through the table where it has one, else its own. */
export function stepMinutes(
  brief: Brief,
  { action, minutes, scans }: Pick<StepDraft, 'action' | 'minutes' | 'scans'>,
): Minutes {
  const size = brief.tables.find(({ name }) => name === scans)?.gigabytes;
  if (minutes.kind === 'assumed' && size !== undefined && isGiven(size)) {
    const through = pass(size, 1);
    return through.minutes > minutes.minutes ? through : minutes;
  }
  if (action.kind !== 'statements' || minutes.kind === 'given' || minutes.kind === 'computed') return minutes;
  const [repeat] = repeatsOf(action.scripts);
  if (repeat) return repeatMinutes(brief, repeat);
  return passMinutes(brief, action.scripts) ?? rowsMinutes(brief, action.scripts) ?? minutes;
}

/** What the scripts of a way back take when each says by its size how long it goes on; one more minute for those that change the catalog. */
export function timedUndo(brief: Brief, undo: Undo): Undo {
  if (undo.kind !== 'statements' || undo.minutes.kind !== 'measure') return undo;
  const parts = undo.scripts.flatMap((script) => {
    const [repeat] = repeatsOf([script]);
    return repeat ? [repeatMinutes(brief, repeat)] : (passMinutes(brief, [script]) ?? []);
  });
  const known = parts.flatMap((part) => (part.kind === 'measure' ? [] : [part.minutes]));
  return parts.length > 0 && known.length === parts.length
    ? { ...undo, minutes: { kind: 'assumed', minutes: known.reduce((sum, minutes) => sum + minutes, 1) } }
    : undo;
}

const draftScripts = ({ before, after }: MergedPhase): readonly Script[] =>
  [...before, ...after].flatMap(({ action }) => (action.kind === 'statements' ? action.scripts : []));

/** When a phase may be run: in the window where locks are taken, clear of the peak where rows are moved. */
export function phaseTime(
  brief: Brief,
  merged: MergedPhase,
  id: string,
  { inside, stopsAt }: { readonly inside: boolean; readonly stopsAt: string | undefined },
): Text {
  const scripts = draftScripts(merged);
  const locks = scripts.some(({ guard }) => guard === 'short-lock');
  const heavy = repeatsOf(scripts).length > 0 || scripts.some(({ guard }) => guard === 'unhurried');
  const waits = merged.notBeforeDays > 0 ? [words`≥ ${merged.notBeforeDays} days after phase ${Number(id) - 1}`] : [];
  const before = stopsAt !== undefined && Number(id) < Number(stopsAt);
  const inWindow =
    locks || (inside && stopsAt !== undefined)
      ? [
          isGiven(brief.window)
            ? inside
              ? words`in the window`
              : before
                ? words`before the window, in a quiet hour`
                : words`in a later window`
            : words`in a quiet hour`,
        ]
      : [];
  // A window that was given is clear of the peak, or is said not to be.
  const windowed = isGiven(brief.window) && inWindow.length > 0;
  const peak = isGiven(brief.peak) ? words`not ${hoursText(brief.peak)}` : words`outside the peak (not given)`;
  const runs = (heavy || locks) && !windowed ? dependentHours(brief).map(hoursText) : [];
  const clear = [
    ...(heavy && !windowed ? [peak] : []),
    ...(runs.length > 0 ? [words`not ${[...new Set(runs)].join(', ')}`] : []),
  ];
  const parts = [...waits, ...inWindow, ...clear];
  return joinText(parts, ', ');
}
