import type { Answers } from '#model/answers.ts';
import type { Brief, PlannedChange } from '#model/brief.ts';
import type { NamedDependency } from '#model/dependency.ts';
import { before, during } from '#model/dependency.ts';
import type { Given } from '#model/given.ts';
import { notGiven } from '#model/given.ts';
import type { Knowledge } from '#model/knowledge.ts';
import { words } from '#model/text.ts';
import { choiceContradictions } from './brief/choices.ts';
import { nameContradictions } from './brief/names.ts';
import { readNumbers } from './brief/numbers.ts';
import { chosen, typed } from './brief/read.ts';
import { chosenStacks, instancesOf, readTraits } from './brief/stack.ts';
import { readTables } from './brief/tables.ts';
import { readPeak, readWindow } from './brief/times.ts';
import { readSituation, readTopology } from './brief/topology.ts';
import { unansweredIn } from './brief/unanswered.ts';

/** One of the choices, or nothing. */
const oneOf = <Choice extends string>(text: string, choices: readonly Choice[]): Given<Choice> =>
  choices.find((choice) => choice === text) ?? notGiven;

const trimmed = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, value.trim()]));

/** Changes with their kinds. No change at all, or one without a kind, is the neutral one: the plan then asks. */
function readChanges({ change }: Answers, { changes, neutralChange }: Knowledge): readonly PlannedChange[] {
  const asked = change.changes.length > 0 ? change.changes : [{ kind: '', fields: {} }];
  return asked.map(({ kind, fields }) => {
    const found = changes.find(({ id }) => id === kind) ?? neutralChange;
    const answers = trimmed(fields);
    return { change: found, fields: answers, nature: found.natureOf?.(answers) ?? found.nature };
  });
}

/** What stands for a dependency whose kind was not chosen: everything about it must be asked. */
const unknownDependency = (title: string): NamedDependency['kind'] => ({
  id: 'unknown',
  title,
  hint: '',
  moves: true,
  duties: [
    before('lock', words`its owner says what it reads and whether it bears the change`),
    during('lock', words`its owner watches it`),
  ],
  onRollback: words`its owner confirms that it reads what is there again`,
  signal: words`failures that its owner reports`,
  source: { kind: 'unconfirmed', question: 'What kind of dependency is it?' },
});

const readDependencies = ({ dependencies }: Answers, { dependencies: known }: Knowledge): readonly NamedDependency[] =>
  dependencies.dependencies
    .filter((one) => Object.values(one).some((value) => value.trim() !== ''))
    .map(({ kind, name, reads, when, owner }) => {
      const found =
        known.find(({ id }) => id === kind) ?? unknownDependency(name.trim() === '' ? 'A dependency' : name.trim());
      return {
        kind: found,
        name: name.trim() === '' ? found.title : name.trim(),
        reads: reads.trim(),
        when: when.trim(),
        owner: owner.trim(),
      };
    });

const readPeople = ({ dependencies: given }: Answers, dependencies: readonly NamedDependency[]): Brief['people'] => ({
  executor: typed(given.executor),
  reviewer: typed(given.reviewer),
  'rollback owner': typed(given.rollbackOwner),
  alternate: typed(given.alternate),
  'communications lead': typed(given.communicationsLead),
  scribe: typed(given.scribe),
  approver: typed(given.approver),
  'on-call': typed(given.onCall),
  'dependent owners': typed(
    [...new Set(dependencies.map(({ owner }) => owner).filter((owner) => owner !== ''))].join(', '),
  ),
});

/**
 * Resolves answers: objects instead of ids, numbers instead of digits. It never fails and loses nothing.
 *
 * A blank and "Not sure" are not given, never zero. What cannot be as it was typed is not used; `contradictions` says
 * what to do, and the answer stays in `answers`. `date` is the day of the document, `2026-11-23`.
 */
export function toBrief(answers: Answers, knowledge: Knowledge, date: string): Brief {
  const { engine, engineGiven } = knowledge;
  const { stack, scale, risk, dependencies: given } = answers;
  const numbers = readNumbers(answers);
  const changes = readChanges(answers, knowledge);
  const read = readWindow(answers, date);
  const peak = readPeak(answers);
  const tables = readTables(scale.tables, changes, numbers.databaseGigabytes);
  const topology = readTopology(answers, numbers.replicas);
  const stacks = chosenStacks(stack.stacks, knowledge.stacks);
  const dependencies = readDependencies(answers, knowledge);
  const startup = oneOf(stack.migrationsAtStartup, ['yes', 'no']);

  return {
    answers,
    date,
    engine,
    engineGiven,
    situation: readSituation(answers, engine, topology),
    topology,
    stacks,
    stackVersion: stack.stackVersion.trim(),
    traits: readTraits(stack, stacks),
    runs: chosen(stack.runs),
    deploy: oneOf(stack.deploy, ['rolling', 'blue-green', 'canary', 'stopped']),
    migrationsAtStartup: startup === 'yes' ? true : startup === 'no' ? false : notGiven,
    deployMinutes: numbers.deployMinutes,
    instances: instancesOf(stack.instances),
    flags: typed(stack.flags),
    tables: tables.tables,
    databaseGigabytes: numbers.databaseGigabytes,
    peak: peak.value,
    freeDiskGigabytes: numbers.freeDiskGigabytes,
    longTransactions: typed(scale.longTransactions),
    changes,
    risk: oneOf(risk.risk, ['low', 'medium', 'high']),
    downtime: oneOf(risk.downtime, ['none', 'window', 'flexible']),
    window: read.value,
    bears: { reads: typed(risk.reads), writes: typed(risk.writes) },
    thresholds: numbers.thresholds,
    dependencies,
    people: readPeople(answers, dependencies),
    channels: { engineers: typed(given.engineersChannel), stakeholders: typed(given.stakeholdersChannel) },
    ticket: typed(given.ticket),
    baselines: typed(given.baselines),
    dashboards: typed(given.dashboards),
    backup: typed(given.backup),
    description: typed(answers.change.description),
    notDoing: typed(answers.change.notDoing),
    unanswered: unansweredIn(answers, changes),
    contradictions: [
      ...numbers.contradictions,
      ...tables.contradictions,
      ...read.contradictions,
      ...peak.contradictions,
      ...nameContradictions(engine, scale.tables, changes),
      ...choiceContradictions(answers, { engine, changes, window: read.value, peak: peak.value }),
    ],
  };
}
