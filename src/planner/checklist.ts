import { termsOf } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { ChecklistItem } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, plain, words } from '#model/text.ts';
import { formatMoment } from '#model/time.ts';
import type { Core } from './core.ts';
import { dependentText, quietAtLocks } from './dependents.ts';
import { diskNeed } from './disk.ts';
import { recordedText } from './recorded.ts';
import { signalsOf } from './signals.ts';
import { signalExists } from './signal-exists.ts';
import { survey, tablesText } from './survey.ts';
import { weightOf } from './weight.ts';

const item = (title: string, detail: Text, critical = false): ChecklistItem => ({
  title: words`${title}`,
  detail,
  critical,
});

function backup({ brief }: Core): ChecklistItem {
  const { hosting } = brief.situation;
  const how = isGiven(hosting) ? hosting.backup : words`back up the tables concerned`;
  return item(
    'Backup and restore tested',
    words`${how}: backup of ______ UTC, restored in ______ min (RPO ______, RTO ______)${isGiven(brief.backup) ? words`; given: ${brief.backup}` : ''}`,
    true,
  );
}

function capacity(core: Core): ChecklistItem {
  const need = diskNeed(core);
  const { freeDiskGigabytes, topology } = core.brief;
  const free = isGiven(freeDiskGigabytes) ? words`; free by the answers: ${freeDiskGigabytes} GB` : '';
  const kept = isGiven(topology.changeCapture) ? words`; log kept for ${topology.changeCapture}: ______` : '';
  const connections = signalExists(core, 'connections');
  return item(
    'Capacity',
    need
      ? words`${need.says}${free}; CPU and I/O < 70 %: ______${connections ? '; connections < 80 %: ______' : ''}${kept}`
      : words`${signalExists(core, 'disk') ? 'free disk' : 'use and cost'} ______ (${survey(core).unknown ? 'what is written is not known: the dry run shows it' : 'nothing is written anew'}); CPU and I/O < 70 %${connections ? '; connections < 80 %' : ''}${kept}`,
  );
}

function dryRun(core: Core): ChecklistItem {
  const { hosting } = core.brief.situation;
  const on = isGiven(hosting) ? hosting.copy : words`a restored copy of production's size`;
  const ways = core.phases.filter(({ rollback }) => rollback.undoes.length > 0).map(({ rollback }) => rollback.id);
  const unknown = core.pointOfNoReturn === undefined ? 'nothing to undo' : 'a restore: no other way is known';
  const back = ways.length > 0 ? ways.toReversed().join(', ') : unknown;
  return item(
    'Dry run with the way back',
    words`on ${on}: forward, back (${back}), forward; minutes${signalExists(core, 'locks') ? ', lock waits' : ''}${survey(core).movesRows && signalExists(core, 'disk') ? ', log written' : ''}, link: ______; differences in size, load, version, settings: ______`,
    true,
  );
}

/** What the place asks of this plan. */
function place(core: Core): readonly ChecklistItem[] {
  const { engine, situation, topology } = core.brief;
  const { movesRows, lossAt } = survey(core);
  const known = movesRows || lossAt !== undefined ? engine.safety(situation).notes : [];
  const general = known.length > 0 ? [item(engine.name, joinText(known, '; '))] : [];
  if (!isGiven(situation.hosting)) return general;
  const { name, notes, notesWhen = {} } = situation.hosting;
  const said = [
    ...notes,
    ...(core.pointOfNoReturn !== undefined && notesWhen.lossy ? [notesWhen.lossy] : []),
    ...(isGiven(topology.pooler) && notesWhen.pooled ? [notesWhen.pooled] : []),
  ];
  return [...(said.length > 0 ? [item(name, joinText(said, '. '))] : []), ...general];
}

function inventory(core: Core): readonly ChecklistItem[] {
  const { dependencies, topology } = core.brief;
  const touched = [...new Set(core.parts.flatMap(({ touches }) => touches))];
  const what: Text =
    touched.length > 0
      ? joinText(
          touched.map((name) => words`${code(name)}`),
          ', ',
        )
      : tablesText(core);
  const light = weightOf(core) === 'light';
  const own = item(
    'Readers and writers',
    light
      ? words`whatever copies ${tablesText(core)} or lists all its columns (${termsOf(core.brief.engine).wholeRow}, views, ETL, caches) bears the change: ______ (its owners)`
      : words`of ${what}, with owners: services, jobs, consoles, bulk writes, views, caches, reports, ${termsOf(core.brief.engine).wholeRow}: ______${dependencies.length === 0 ? ' (dependencies not given)' : ''}`,
  );
  const each = dependencies.map((one) => item(one.name, dependentText(core, one)));
  const beyond = topology.hasReplicas || !topology.given || isGiven(topology.changeCapture);
  const { replicas, changeCapture, triggers } = core.brief.engine.safety(core.brief.situation);
  const fires = survey(core).statements.some(({ statement }) =>
    statement.deltas.some((delta) => delta.kind === 'start-sync'),
  );
  return [
    own,
    ...each,
    ...(fires && triggers !== undefined ? [item('Writers and the sync', triggers)] : []),
    ...(beyond && !light
      ? [
          item(
            'Beyond the primary',
            joinText(
              [
                ...(topology.hasReplicas || !topology.given ? [replicas] : []),
                ...(isGiven(topology.changeCapture) ? [changeCapture] : []),
              ],
              '; ',
            ),
          ),
        ]
      : []),
  ];
}

/** Which releases meet which schema: each pair is to be tried, old on new and new on old. */
function compatibility(core: Core): ChecklistItem {
  if (core.releases.length < 2) {
    return item(
      'Compatibility',
      words`the running release works before and after each step ☐ and after the way back ☐`,
    );
  }
  const rows = core.phases.map(({ id, running }) => ({
    id,
    together: [...new Set(running.map(({ release }) => release))].join(' + '),
  }));
  const grouped = rows
    .filter(({ together }, index) => together !== rows[index - 1]?.together)
    .map(
      ({ id, together }, index) =>
        `${index === 0 ? 'phase ' : ''}${id} with ${index === 0 ? 'release ' : ''}${together}`,
    );
  return item(
    'Compatibility',
    words`tried on the schema of the phase and of the next${survey(core).flags.length > 0 ? ', flag on and off' : ''}: ${grouped.join(' ☐, ')} ☐`,
  );
}

/** Notes one after the other, each with its end where another follows. */
const sentences = (notes: readonly Text[]): Text =>
  joinText(
    notes.map((note, at) => (at < notes.length - 1 && !/[.…]$/.test(plain(note)) ? words`${note}.` : note)),
    ' ',
  );

/** What the code of each release must do, where the changes have not asked for it themselves. What all new ones must do is said once. */
function releaseNotes(core: Core): readonly ChecklistItem[] {
  const said = core.parts.flatMap(({ checklist }) => checklist.map(({ detail }) => plain(detail))).join(' ');
  const notes = core.releaseNotes.map((asked, release) =>
    asked.filter(
      (note, at, all) =>
        // What a change asks of the release that runs today says nothing about those that follow.
        (release > 0 || !said.includes(plain(note))) && all.findIndex((other) => plain(other) === plain(note)) === at,
    ),
  );
  const fresh = notes.slice(1);
  const shared =
    fresh.length > 1
      ? (fresh[0] ?? []).filter((note) => fresh.every((all) => all.some((other) => plain(other) === plain(note))))
      : [];
  const isShared = (note: Text) => shared.some((other) => plain(other) === plain(note));
  return [
    ...core.releases.flatMap(({ title }, index) => {
      const own = (notes[index] ?? []).filter((note) => index === 0 || !isShared(note));
      return own.length > 0 ? [item(title, sentences(own))] : [];
    }),
    ...(shared.length > 0 ? [item('Each new release', sentences(shared))] : []),
  ];
}

function releases(core: Core): readonly ChecklistItem[] {
  const { deploys, flags } = survey(core);
  if (deploys.length === 0) return [];
  return [
    item(
      'Releases',
      words`${core.releases.map(({ title }) => `${title} ______`).join(', ')} built, images kept; Release 0 on every instance, none older starts${flags.length > 0 ? '; flag off by default in code' : ''}. Later builds carry this code: the way back goes to the newest such build`,
    ),
    ...releaseNotes(core),
  ];
}

function before(core: Core): readonly ChecklistItem[] {
  const { brief } = core;
  const long = isGiven(brief.longTransactions) ? words` (given: ${brief.longTransactions})` : '';
  const old = signalsOf(core).find(({ watches }) => watches === 'old transactions');
  const transactions = signalExists(core, 'old transactions')
    ? words`no transaction older than 30 s${old ? ` (${old.id})` : ''}${long}; `
    : [];
  const quiet = quietAtLocks(core);
  const lag = brief.topology.hasReplicas ? ', lag < 5 s' : '';
  const { pooler } = brief.topology;
  return [
    item(
      '5 min before each schema step',
      words`${transactions}no other migration, incident, freeze, engine maintenance on ${tablesText(core)}${lag}${isGiven(pooler) ? `; connected not through ${pooler.name}` : ''}${quiet.length > 0 ? words`; ${joinText(quiet, '; ')}` : ''}`,
    ),
  ];
}

function people(core: Core): readonly ChecklistItem[] {
  const light = weightOf(core) === 'light';
  return [
    item(
      'Told and acknowledged',
      light
        ? words`C1, by on-call ☐`
        : words`C1 by on-call ☐, owners of dependents ☐, support ☐; silences have an end ☐`,
    ),
    item(
      'Go/no-go 1',
      words`${isGiven(core.brief.window) ? formatMoment(core.brief.window.start) : '______ UTC'}, rollback owner: all boxes ticked, who rolls back is at hand → GO / NO-GO: ______ at ______ UTC, noted by ______`,
      true,
    ),
  ];
}

const first = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
  items.filter(({ title }, index) => items.findIndex((other) => plain(other.title) === plain(title)) === index);

/** What was run by hand is written down where other databases are made from. */
function recorded({ brief, phases }: Core): readonly ChecklistItem[] {
  const text = recordedText(brief.stacks, phases);
  return text ? [item('Recorded in the migration tool', text, true)] : [];
}

/** What is ticked before the first step, in order, with the blanks that are written down; the gate is last. */
export const checklistOf = (core: Core): readonly ChecklistItem[] =>
  first([
    backup(core),
    capacity(core),
    dryRun(core),
    ...place(core),
    ...inventory(core),
    compatibility(core),
    ...releases(core),
    ...recorded(core),
    ...core.parts.flatMap(({ checklist }) => checklist),
    ...before(core),
    ...people(core),
  ]);
