import type { RootContent } from 'mdast';
import type { Gate, ObjectState, Phase, Plan, Step } from '#model/plan.ts';
import type { OtherWay } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, plain, strong, words } from '#model/text.ts';
import { commonEvidence, commonTable } from '../evidence.ts';
import { guardFiles } from '../guards.ts';
import { heading, list, paragraph, table } from '../nodes.ts';
import { closed, fences, languageOf, remarkIn } from '../languages.ts';
import { scriptsOf } from '../plan-scripts.ts';
import { scriptText } from '../scripts.ts';
import { lossText, minutesCell, undoText } from '../wording.ts';
import { ranges } from '#model/ranges.ts';

const stateText = ({ exists, filled, writtenBy }: ObjectState): Text => {
  if (!exists) return words`–`;
  const written = writtenBy.length > 0 ? 'written' : 'not written';
  switch (filled) {
    case 'yes':
      return words`${written}`;
    case 'kept equal':
      return words`kept equal`;
    case 'filling':
      return words`filling`;
    case 'frozen':
      return words`stale`;
    case 'no':
      return words`–`;
  }
};

const runningText = (phase: Phase): Text =>
  words`${[...new Set(phase.running.map(({ release }) => release))].join(', ')}`;

/** `status` where all that is copied stands in one table. */
function short(plan: Plan, object: string): string {
  const tables = new Set(plan.environment.copies.flat().map((name) => name.slice(0, name.lastIndexOf('.'))));
  return tables.size === 1 ? object.slice(object.lastIndexOf('.') + 1) : object;
}

const readText = (plan: Plan, phase: Phase): Text => {
  const read = phase.state.filter(({ readBy }) => readBy.length > 0);
  return read.length === 0
    ? words`–`
    : joinText(
        read.map(({ object }) => [code(short(plan, object))]),
        ', ',
      );
};

const crossing = (plan: Plan, phase: Phase): boolean =>
  phase.steps.some(({ id }) => id === plan.reversibility.pointOfNoReturn);

const wayText = (plan: Plan, phase: Phase): Text => {
  const { rollback } = phase;
  return rollback.atOnce && !crossing(plan, phase) ? words`R${rollback.then ?? ''}` : words`${rollback.id}`;
};

/** Phases side by side: what runs, what is true of each copied column, the way back. */
function phaseTable(plan: Plan): RootContent {
  const objects = [...new Set(plan.phases.flatMap(({ state }) => state.map(({ object }) => object)))].slice(0, 4);
  const loses = plan.phases.some((phase) => !crossing(plan, phase) && phase.rollback.loses !== 'nothing');
  const columns = [
    'Phase',
    'Releases',
    ...objects.map((object) => short(plan, object)),
    ...(objects.length > 0 ? ['Read'] : []),
    'Way back',
    ...(loses ? ['Loses'] : []),
  ];
  const rows = plan.phases.flatMap((phase): readonly (readonly Text[])[] => {
    const states = objects.map((object) => {
      const state = phase.state.find((one) => one.object === object);
      return state ? stateText(state) : words`–`;
    });
    const line = [
      words`${phase.id} ${phase.title}`,
      runningText(phase),
      ...states,
      ...(objects.length > 0 ? [readText(plan, phase)] : []),
      wayText(plan, phase),
      ...(loses ? [crossing(plan, phase) ? words`see section 4` : lossText(phase.rollback.loses)] : []),
    ];
    const stop = [
      [strong(`POINT OF NO RETURN: step ${plan.reversibility.pointOfNoReturn ?? ''}`)],
      ...columns.slice(1).map(() => []),
    ];
    return crossing(plan, phase) ? [stop, line] : [line];
  });
  return table(columns, rows);
}

const stepRow = (plan: Plan, step: Step): readonly Text[] => [
  words`${step.id}`,
  step.does,
  words`${step.actor}`,
  minutesCell(step.minutes),
  step.worked,
  undoText(plan, step),
  words`…`,
];

/** A decision stands where it is taken, among the steps, with the time at which it was recorded. */
const gateRow = ({ id, title, criteria, decider }: Gate): readonly Text[] => [
  [strong(id)],
  words`${title}: ${joinText(criteria, '; ')}`,
  words`${decider}`,
  [],
  words`GO / NO-GO: ______`,
  words`–`,
  words`…`,
];

const columns = ['Step', 'Do', 'Who', 'Min', 'Worked if', 'Undo', 'UTC, evidence'];

/** The steps of phases that are read as one, with the decisions before and after them. The very first decision closes the checklist. */
function stepTable(plan: Plan, phases: readonly Phase[]): RootContent {
  const pointOfNoReturn = words`—`;
  const steps = (phase: Phase) =>
    phase.steps.flatMap((step): readonly (readonly Text[])[] =>
      step.id === plan.reversibility.pointOfNoReturn
        ? [[pointOfNoReturn, [strong('POINT OF NO RETURN')], ...columns.slice(2).map(() => [])], stepRow(plan, step)]
        : [stepRow(plan, step)],
    );
  return table(
    columns,
    phases.flatMap((phase) => {
      const gates = phase.gates.filter((gate) => gate !== plan.phases[0].gates[0]);
      return [
        ...gates.filter(({ success }) => success !== true).map(gateRow),
        ...steps(phase),
        ...gates.filter(({ success }) => success === true).map(gateRow),
      ];
    }),
  );
}

/** The scripts of a phase as they are run, each under its step's number. */
function phaseScripts(plan: Plan, phase: Phase): readonly RootContent[] {
  const scripts = scriptsOf(plan).filter(
    ({ step, way }) => way === 'forward' && phase.steps.some(({ id }) => id === step),
  );
  return fences(scripts.map((script) => ({ language: languageOf(script.script), text: scriptText(plan, script) })));
}

const cannotNotes = (phase: Phase): readonly RootContent[] =>
  phase.steps.flatMap(({ id, action }) =>
    action.kind === 'cannot'
      ? [paragraph(words`${action.cannot.because} Instead: ${action.cannot.instead}`, `Step ${id}.`)]
      : [],
  );

const paceNotes = (plan: Plan, phase: Phase): readonly RootContent[] =>
  plan.paces
    .filter(({ step }) => phase.steps.some(({ id }) => id === step))
    .map(({ step, minutes, pausesWhen }) => {
      const formula =
        minutes.kind === 'measure'
          ? words`Duration: measure ${minutes.what}.`
          : minutes.formula
            ? words`${minutes.formula}.`
            : [];
      return paragraph(
        words`${formula} Pauses itself at: ${joinText(pausesWhen, '; ')}. Safe to stop at any point.`,
        `Step ${step}.`,
      );
    });

/** Nothing is run from a file and nothing is said beside the steps. */
const isSilent = (plan: Plan, { steps }: Phase): boolean =>
  steps.every(
    ({ id, action }) =>
      action.kind !== 'statements' && action.kind !== 'cannot' && !plan.paces.some(({ step }) => step === id),
  );

/** A phase that runs no file is read as one with the phase before it: their steps stand in one table, and the files of the first below it. */
const readAsOne = (plan: Plan): readonly (readonly [Phase, ...Phase[]])[] =>
  plan.phases.reduce<readonly (readonly [Phase, ...Phase[]])[]>((groups, phase) => {
    const last = groups.at(-1);
    return last && isSilent(plan, phase) ? [...groups.slice(0, -1), [...last, phase]] : [...groups, [phase]];
  }, []);

/** Why they come where they come is said by their titles; where something comes, moves or goes it is said in a line. */
const plainStages: readonly Phase['stage'][] = [
  'expand',
  'write-both',
  'backfill',
  'prove',
  'switch',
  'hold',
  'contract',
];

/** The table of phases has their titles. */
function phaseBlocks(plan: Plan, phases: readonly [Phase, ...Phase[]]): readonly RootContent[] {
  const ids = phases.map(({ id }) => id);
  const [first, ...more] = phases;
  const when = phases.flatMap((phase) =>
    phase.when.length > 0 ? [more.length > 0 ? words` · ${phase.id} ${phase.when}` : words` · ${phase.when}`] : [],
  );
  const explained = plan.phases.length > 2 && !plainStages.includes(first.stage);
  return [
    heading(3, words`Phase${phases.length > 1 ? 's' : ''} ${ranges(ids)}${joinText(when, '')}`),
    ...(explained ? [paragraph(first.why)] : []),
    stepTable(plan, phases),
    ...phases.flatMap((phase) => [...paceNotes(plan, phase), ...cannotNotes(phase), ...phaseScripts(plan, phase)]),
  ];
}

const usedGuards = (plan: Plan) => [
  ...new Set(
    plan.phases.flatMap(({ steps }) =>
      steps.flatMap(({ action }) => (action.kind === 'statements' ? action.scripts.map(({ guard }) => guard) : [])),
    ),
  ),
];

function guardBlock(plan: Plan): readonly RootContent[] {
  const guards = usedGuards(plan);
  if (guards.length === 0) return [];
  const failures = guards.map((guard) => plan.guards[guard].onFailure).filter((text) => text.length > 0);
  const { command, connection } = plan.running;
  const run = command === '' ? [] : words`Each block is a file, run with ${code(command)}, never pasted by line. `;
  const common = commonEvidence(plan);
  const table = commonTable(plan);
  const unsaid = [
    ...(table === undefined ? [] : [words`it locks ${code(table)}`]),
    ...(common === undefined ? [] : [words`its locks and work were ${common}`]),
  ];
  const known = unsaid.length === 0 ? [] : words` Where a file says no more, ${joinText(unsaid, ' and ')}.`;
  return [paragraph(words`${run}${connection} ${joinText(failures)}${known}`, 'Guard.')];
}

/** What is not run with this plan: each part says by itself when it is. */
const otherWay = ({ running }: Plan, { name, when, parts }: OtherWay): readonly RootContent[] => [
  heading(3, words`Another way: ${name}`),
  paragraph(when),
  ...fences(
    parts.map(({ title, statements }) => ({
      language: statements[0].language,
      text: [
        remarkIn('sql', plain(title)),
        ...statements.flatMap((statement) => [
          ...(statement.remark === undefined ? [] : [remarkIn(statement.language, statement.remark)]),
          closed(statement, running.ending),
        ]),
      ].join('\n'),
    })),
  ),
];

/** Section 2: why this way, the phases side by side, and each phase step by step. */
export function strategySection(plan: Plan): readonly RootContent[] {
  const { name, why, rejected } = plan.strategy;
  const pauses = plan.phases.filter(({ safeToPause }) => safeToPause).map(({ id }) => id);
  return [
    heading(2, words`2. Migration strategy`),
    paragraph(
      words`${name}. ${why} Rejected: ${joinText(
        rejected.map(({ what, because }) => words`${what} (${because})`),
        '; ',
      )}.`,
    ),
    ...(plan.phases.length > 1
      ? [phaseTable(plan), paragraph(words`Safe to stop after phase ${ranges(pauses)} ${plan.restsFor}.`)]
      : []),
    ...guardBlock(plan),
    ...guardFiles(plan),
    ...(plan.stackNotes.length > 0 ? [list(plan.stackNotes)] : []),
    ...readAsOne(plan).flatMap((phases) => phaseBlocks(plan, phases)),
    ...plan.strategy.otherWays.flatMap((way) => otherWay(plan, way)),
  ];
}
