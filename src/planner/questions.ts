import { isGiven } from '#model/given.ts';
import { changePage } from '#model/pages/change.ts';
import { databasePage } from '#model/pages/database.ts';
import { dependenciesPage } from '#model/pages/dependencies.ts';
import { riskPage } from '#model/pages/risk.ts';
import { scalePage } from '#model/pages/scale.ts';
import { stackPage } from '#model/pages/stack.ts';
import type { Question, Role } from '#model/plan.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, plain, words } from '#model/text.ts';
import { spanMinutes } from '#model/time.ts';
import { assess } from './assess.ts';
import type { Core } from './core.ts';
import { inTheWindow } from './busy-hours.ts';
import { diskFits, diskNeed } from './disk.ts';
import { grouped, stepsOf, survey } from './survey.ts';
import { pacesOf, timingOf } from './timing.ts';

const ask = (about: Text, settle: Text, who: Role = 'executor'): Question => ({ about, settle, who });

/** What the engine's statements rest on without a proof: said once for each question. */
function unproved(core: Core): readonly Question[] {
  const statements = stepsOf(core).flatMap(({ action, undo }) => [
    ...(action.kind === 'statements' ? statementsOf(action.scripts) : []),
    ...(undo.kind === 'statements' ? statementsOf(undo.scripts) : []),
  ]);
  const questions = new Set(
    statements.flatMap(({ source }) => (source.kind === 'unconfirmed' ? [source.question] : [])),
  );
  return [...questions].map((question) =>
    ask(words`not confirmed for ${core.brief.engine.name}`, words`${question}`, 'reviewer'),
  );
}

function ownQuestions(core: Core): readonly Question[] {
  const { brief } = core;
  const { flags } = survey(core);
  const need = diskNeed(core);
  const { level, disagrees } = assess(core);
  const { hasFlags } = brief.traits;
  return [
    ...(brief.engineGiven
      ? []
      : [ask(words`engine`, words`name the database engine and version: nothing below claims what it locks`)]),
    ...(disagrees && level !== 'low'
      ? [
          ask(
            words`risk`,
            words`${isGiven(brief.risk) ? brief.risk : ''} was given, our assessment is ${level} (reasons above): agree on one`,
            'approver',
          ),
        ]
      : []),
    ...(timingOf(core).fits === 'no'
      ? [
          ask(
            words`window`,
            words`the phases of the window, their way back and its check take longer than it lasts: take a longer one`,
            'approver',
          ),
        ]
      : []),
    ...inTheWindow(brief).map(({ name, when }) =>
      ask(words`${name}`, words`it runs in the window (${when}): move the window or pause it`, 'dependent owners'),
    ),
    ...(need && diskFits(core) === 'no'
      ? [
          ask(
            words`disk`,
            words`the free disk that was given is not enough: ≥ ${grouped(need.gigabytes ?? 0)} GB (section 1)`,
            'on-call',
          ),
        ]
      : []),
    ...(isGiven(hasFlags) && !hasFlags && flags.length > 0
      ? [
          ask(
            words`flag`,
            words`no flag system was given: build one switch that is read at each request, or move the reads by a deploy of a few instances`,
          ),
        ]
      : []),
  ];
}

const distinct = (questions: readonly Question[]): readonly Question[] =>
  questions.filter((one, index) => questions.findIndex((other) => plain(other.settle) === plain(one.settle)) === index);

/** What must be settled before the first phase: input that cannot be, what the changes ask, what is not confirmed, what does not fit. */
export const questionsOf = (core: Core): readonly Question[] =>
  distinct([
    ...core.brief.contradictions.map(({ says }) => ask(words`answers`, words`${says}`)),
    ...core.parts.flatMap(({ questions }) => questions),
    ...ownQuestions(core),
    ...unproved(core),
  ]);

const peopleLabels: ReadonlySet<string> = new Set([
  'Executor',
  'Reviewer',
  'Rollback decision owner',
  'Alternate',
  'Communications lead',
  'Scribe',
  'Approver',
  'On-call',
  'Channel for engineers',
  'Channel for stakeholders',
]);

/** Questions asked by role: where none was answered, one word says so. */
const everyPerson = 8;

/** Labels that belong together are said in one word; every other label stands as it is. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(Roll back when|Replica lag that readers)/, 'rollback limits'],
  [/^(Date of the window|It starts at|It lasts)/, 'window'],
  [/^Peak (begins|ends)/, 'peak hours'],
  [/^(Reads|Writes) per second/, 'reads and writes per second'],
  [/^What depends on the data/, 'dependents'],
  [/^What can the business bear/, 'tolerated downtime'],
  [/^(When does it run\?|Owner|Name) \(/, 'hours and owners of dependents'],
  [/^(Versions|What runs|Do migrations run|How many instances|Feature flag system)/, 'how the application runs'],
  [/^(The change in your own words|What happens if it is not done)/, 'the reason'],
];

/** The word under which an unanswered question stands. */
export const family = (label: string): string => families.find(([pattern]) => pattern.test(label))?.[1] ?? label;

const bare = (label: string): string => label.replace(/ \([^()]*\)$/, '');

const asked: readonly string[] = [databasePage, stackPage, scalePage, changePage, riskPage, dependenciesPage].flatMap(
  (page) =>
    [
      ...Object.values(page.questions),
      ...('tableQuestions' in page ? Object.values(page.tableQuestions) : []),
      ...('dependencyQuestions' in page ? Object.values(page.dependencyQuestions) : []),
    ].map(({ label }) => label),
);

/** Long questions, as short as they can be told apart. */
const inShort: readonly (readonly [RegExp, string])[] = [
  [/^Roll back when errors/, 'error limit'],
  [/^Replica lag that readers/, 'lag limit'],
  [/^Reads per second/, 'reads per second'],
  [/^What happens if it is not done/, 'harm if it is not done'],
  [/^Size of the whole database/, 'database size'],
  [/^Free disk/, 'free disk'],
  [/^Long transactions/, 'long transactions'],
  [/^Schema of these/, 'schema'],
  [/^Baselines/, 'baselines'],
  [/^Dashboards/, 'dashboards'],
  [/^Last backup/, 'last restore'],
];

/** The word under which it stands where the rest of its family was answered. */
export const shortened = (label: string): string => inShort.find(([pattern]) => pattern.test(label))?.[1] ?? label;

/** More than half of a family has no answer: its word says it. Else the questions themselves stand. */
const mostMissing = (word: string, labels: readonly string[]): boolean => {
  const missing = new Set(labels.filter((label) => family(label) === word).map(bare));
  return missing.size * 2 > asked.filter((label) => family(label) === word).length;
};

/** Every question that was not answered. Names of people stand as blanks where they act, so that all of them missing is one word here. */
function notGivenLines(core: Core): readonly Text[] {
  const { unanswered } = core.brief;
  if (unanswered.length === 0) return [];
  const people = unanswered.filter(({ label }) => peopleLabels.has(label));
  const all = people.length >= everyPerson;
  const labels = unanswered.filter((gap) => !all || !people.includes(gap)).map(({ label }) => label);
  const others = labels.map((label) => shortened(mostMissing(family(label), labels) ? family(label) : label));
  const names = [...(all ? ['all people and channels'] : []), ...new Set(others)];
  return [words`Not given: ${names.join('; ')}.`];
}

/** A loop that outlasts the hours of one day which are clear of the peak. */
function longLoops(core: Core): readonly Text[] {
  const { peak } = core.brief;
  const clear = 1440 - (isGiven(peak) ? spanMinutes(peak) : 0);
  return pacesOf(core).flatMap(({ step, minutes }) =>
    minutes.kind === 'measure' || minutes.minutes <= clear
      ? []
      : [
          words`The loop of ${step} takes ${grouped(minutes.minutes / 60)} h: with ${grouped(clear / 60)} h a day clear of the peak it ends on day ${Math.ceil(minutes.minutes / clear)}.`,
        ],
  );
}

/** Fields of the changes whose blank means something: said once, because a wrong blank is a wrong plan. */
function blanks({ brief }: Core): readonly Text[] {
  const left = brief.changes.flatMap(({ change, fields }) =>
    Object.entries(change.fields).flatMap(([id, { label, blank: means, when }]) =>
      means !== undefined &&
      (fields[id] ?? '') === '' &&
      (when === undefined || when.is.includes(fields[when.field] ?? ''))
        ? [`${label}: ${means}`]
        : [],
    ),
  );
  return left.length > 0 ? [words`Left blank and taken so: ${[...new Set(left)].join('; ')}.`] : [];
}

function taken(core: Core): readonly Text[] {
  const { brief } = core;
  const { traits, tables, answers } = brief;
  const { deploys, repeats, flags } = survey(core);
  const zoneless =
    (isGiven(brief.window) && answers.risk.windowZone.trim() === '') ||
    (isGiven(brief.peak) && answers.scale.zone.trim() === '');
  const keyless = tables.filter(
    ({ key, name }) =>
      !isGiven(key) && repeats.some(({ repeat }) => repeat.kind === 'key-range' && repeat.table === name),
  );
  return [
    ...(deploys.length > 0 && !isGiven(traits.overlap)
      ? [words`Two releases are taken to run together during a deploy.`]
      : []),
    ...(brief.stacks.length === 0
      ? [words`Processes are taken to remember a table's columns from their start on.`]
      : []),
    ...(flags.length > 0 && !isGiven(traits.hasFlags)
      ? [words`A flag that is read at each request is taken to exist.`]
      : []),
    ...(zoneless ? [words`Times without a zone are read as UTC.`] : []),
    ...keyless.map(({ name }) => words`The key of ${code(name)} is taken to be ${code('id')}, a growing number.`),
    ...longLoops(core),
    ...blanks(core),
  ];
}

/** What the plan takes for granted, and every question that was not answered. */
export const assumptionsOf = (core: Core): readonly Text[] => [...taken(core), ...notGivenLines(core)];
