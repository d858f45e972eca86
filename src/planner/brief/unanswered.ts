import type { Answers } from '#model/answers.ts';
import type { PlannedChange, Unanswered } from '#model/brief.ts';
import { isGiven } from '#model/given.ts';
import { changePage } from '#model/pages/change.ts';
import { databasePage } from '#model/pages/database.ts';
import { dependenciesPage } from '#model/pages/dependencies.ts';
import { riskPage } from '#model/pages/risk.ts';
import { scalePage } from '#model/pages/scale.ts';
import { stackPage } from '#model/pages/stack.ts';
import type { PageQuestion } from '#model/question.ts';
import { chosen, typed } from './read.ts';
import { tablesNamed } from './tables.ts';

type Questions = Readonly<Record<string, PageQuestion>>;
type Values = Readonly<Record<string, unknown>>;

const answered = (value: unknown): boolean =>
  typeof value === 'string' ? isGiven(typed(value)) : Array.isArray(value) && chosen(value.map(String)).length > 0;

const line = (page: string, { label, gives, who }: PageQuestion, of = ''): Unanswered => ({
  page,
  label: of === '' ? label : `${label} (${of})`,
  gives,
  who,
});

/** Invitations to say more. A blank there leaves nothing open. */
const invitations = ['about', 'context', 'otherTriggers'];

/** The questions of one page that have no answer, without those that do not apply. */
const missing = (
  page: string,
  questions: Questions,
  values: Values,
  skipped: readonly string[] = [],
  of = '',
): readonly Unanswered[] =>
  Object.entries(questions)
    .filter(([id]) => ![...invitations, ...skipped].includes(id) && !answered(values[id]))
    .map(([, question]) => line(page, question, of));

function databaseGaps({ database }: Answers): readonly Unanswered[] {
  const has = (id: string) => database.topology.includes(id);
  return missing('database', databasePage.questions, database, [
    ...(has('replicas') || has('multi-region') ? [] : ['replicaCount', 'replicaUse']),
    ...(has('pooler') ? [] : ['poolerName', 'poolerMode']),
    ...(has('cdc') ? [] : ['cdcName']),
  ]);
}

function scaleGaps({ scale }: Answers, changes: readonly PlannedChange[]): readonly Unanswered[] {
  const empty = { name: '', rows: '', gigabytes: '', writesPerSecond: '', readsPerSecond: '', key: '' };
  const names = scale.tables.map(({ name }) => name.trim());
  const others = [...new Set(tablesNamed(changes))]
    .filter((name) => !names.includes(name))
    .map((name) => ({ ...empty, name }));
  const tables = [...scale.tables, ...others];
  const hasPeak = isGiven(typed(scale.peakFrom)) || isGiven(typed(scale.peakTo));
  return [
    ...(tables.length === 0 ? [empty] : tables).flatMap((table) =>
      missing('scale', scalePage.tableQuestions, table, [], table.name.trim()),
    ),
    ...missing('scale', scalePage.questions, scale, hasPeak ? [] : ['zone']),
  ];
}

const changeGaps = ({ change }: Answers, changes: readonly PlannedChange[]): readonly Unanswered[] => [
  ...(change.changes.some(({ kind }) => isGiven(typed(kind)))
    ? []
    : [{ page: 'change', label: 'Kind of change', gives: 'the phases and the way back', who: 'executor' }]),
  ...changes.flatMap((planned) =>
    Object.entries(planned.change.fields)
      .filter(([, { when }]) => when === undefined || when.is.includes(planned.fields[when.field] ?? ''))
      .filter(
        ([id, { essential }]) =>
          planned.fields[id] === 'not-sure' || (essential && !answered(planned.fields[id] ?? '')),
      )
      .map(([, { label, gives }]) => ({
        page: 'change',
        label: `${label} (${planned.change.title})`,
        gives,
        who: 'executor',
      })),
  ),
  ...missing('change', changePage.questions, change),
];

function riskGaps({ risk, database }: Answers): readonly Unanswered[] {
  const timed = isGiven(typed(risk.windowDate)) || isGiven(typed(risk.windowStart));
  const hasReplicas = database.topology.includes('replicas') || database.topology.includes('multi-region');
  return missing('risk', riskPage.questions, risk, [
    ...(timed ? [] : ['windowZone']),
    ...(isGiven(typed(risk.latencyPercent)) ? [] : ['latencyMinutes']),
    ...(hasReplicas ? [] : ['lagSeconds']),
  ]);
}

const dependencyGaps = ({ dependencies }: Answers): readonly Unanswered[] => [
  ...(dependencies.dependencies.length === 0
    ? [
        {
          page: 'dependencies',
          label: 'What depends on the data',
          gives: 'what to pause, whom to tell, which readers must move',
          who: 'dependent owners',
        },
      ]
    : dependencies.dependencies.flatMap((one) =>
        missing(
          'dependencies',
          dependenciesPage.dependencyQuestions,
          one,
          [],
          one.name.trim() === '' ? one.kind : one.name.trim(),
        ),
      )),
  ...missing('dependencies', dependenciesPage.questions, dependencies),
];

/** Every question that was not answered, or answered with "Not sure", and applies: with what its answer would change. */
export const unansweredIn = (answers: Answers, changes: readonly PlannedChange[]): readonly Unanswered[] => [
  ...databaseGaps(answers),
  ...missing('stack', stackPage.questions, answers.stack, answers.stack.deploy === 'stopped' ? ['deployMinutes'] : []),
  ...scaleGaps(answers, changes),
  ...changeGaps(answers, changes),
  ...riskGaps(answers),
  ...dependencyGaps(answers),
];
