import type { RootContent } from 'mdast';
import type { Phase, Plan, Step } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { heading, list, paragraph, table } from '../nodes.ts';
import { fences, languageOf, remarkIn } from '../languages.ts';
import { scriptsOf } from '../plan-scripts.ts';
import { scriptText } from '../scripts.ts';
import { lossText, minutesCell, minutesText } from '../wording.ts';
import { ranges } from '#model/ranges.ts';

/** Section 4, first table: one row for each trigger. What was given or computed says so; the rest is assumed. Where there is one phase, every row is about it. */
function triggerTable(plan: Plan): RootContent {
  const several = plan.phases.length > 1;
  return table(
    ['Trigger', 'Signal', 'Where', 'Threshold', 'For', 'Decide in', 'Action', ...(several ? ['Phases'] : [])],
    plan.triggers.map((trigger) => [
      words`${trigger.id}`,
      trigger.signal,
      trigger.where,
      trigger.basis === 'assumed' ? trigger.threshold : words`${trigger.threshold} (${trigger.basis})`,
      trigger.duration,
      trigger.decideWithin,
      trigger.action,
      ...(several ? [words`${ranges(trigger.activeIn)}`] : []),
    ]),
  );
}

const crosses = (plan: Plan, { steps }: Phase): boolean =>
  steps.some(({ id }) => id === plan.reversibility.pointOfNoReturn);

/** A release that was started after everything was stopped is stopped again; nothing older starts before the stop itself is undone. */
function backFromDeploy({ steps }: Phase, step: Step): Text {
  if (step.action.kind === 'stop') return words`start the release that ran before ${step.id}`;
  const stopped = steps.slice(0, steps.indexOf(step)).some(({ action }) => action.kind === 'stop');
  return stopped
    ? words`stop every process that ${step.id} started`
    : words`redeploy the release before ${step.id} by its tag`;
}

const thenText = (plan: Plan, phase: Phase): Text => {
  const { rollback } = phase;
  if (rollback.atOnce === true && !crosses(plan, phase)) return words`R${rollback.then ?? ''}`;
  const stepOf = (id: string) => phase.steps.find((one) => one.id === id);
  const byStatements = rollback.undoes.filter((id) => stepOf(id)?.undo.kind === 'statements');
  const reached = words`undo ${byStatements.length > 1 ? 'what was reached: ' : ''}${byStatements.join(', then ')}`;
  const undone = rollback.undoes.map((id) => {
    const step = stepOf(id);
    if (step?.undo.kind === 'deploy') return backFromDeploy(phase, step);
    if (step?.undo.kind === 'flag') return words`flag back to ${step.undo.share} %`;
    return reached;
  });
  const flags = undone.filter((text, index) => undone.findIndex((other) => String(other) === String(text)) === index);
  const only = rollback.only ? words`, ${rollback.only}` : [];
  const here = words`${joinText(flags, ', then ')}${only}`;
  const earlier = rollback.then === undefined ? [] : [words`R${rollback.then}`];
  const on = rollback.then === undefined ? [] : words`; after 10 min R${rollback.then}`;
  const rests = rollback.rests === undefined ? [] : words`; R${rollback.rests} only to call it off`;
  const stays =
    rollback.leaves.length > 0 ? words`; undo ${rollback.leaves.join(', ')} only if the schema is the cause` : [];
  const idle = flags.length === 0 && earlier.length === 0 && rollback.only === undefined;
  const before = idle
    ? [words`nothing to undo`]
    : flags.length > 0 || earlier.length === 0
      ? [here, ...earlier]
      : earlier;
  return crosses(plan, phase)
    ? words`before ${plan.reversibility.pointOfNoReturn ?? ''}: ${joinText(before, ', then ')}; after it: fix forward`
    : words`${here}${on}${rests}${stays}`;
};

/** What is stopped first, then what is undone. A loop or a statement that is stopped may be all there is to do. */
function wayText(plan: Plan, phase: Phase): Text {
  const { first, undoes, atOnce } = phase.rollback;
  if (atOnce === true && !crosses(plan, phase)) return thenText(plan, phase);
  const then = thenText(plan, phase);
  const between = crosses(plan, phase) ? '; ' : undoes.length === 0 ? '' : ', ';
  return words`${first}${between}${then}`;
}

const phaseRow = (plan: Plan, phase: Phase, lossy: boolean): readonly Text[] => [
  words`${phase.rollback.id}: phase ${phase.id}`,
  wayText(plan, phase),
  crosses(plan, phase) && phase.rollback.undoes.length > 0 && phase.rollback.then !== undefined
    ? words`${minutesCell(phase.rollback.minutes)} + R${phase.rollback.then}`
    : minutesCell(phase.rollback.minutes),
  phase.rollback.atOnce === true && !crosses(plan, phase) ? words`as there` : phase.rollback.restoredWhen,
  ...(lossy ? [lossText(phase.rollback.loses)] : []),
];

/** Section 4, second table: the way back from each phase. Where none loses anything, that is said above it and not in each row. One row alone is a sentence. */
function wayTable(plan: Plan, lossy: boolean): RootContent {
  const [first, ...more] = plan.phases;
  if (more.length === 0) {
    const { id, minutes, restoredWhen, loses } = first.rollback;
    const lost = lossy ? words`; loses ${lossText(loses)}` : [];
    return paragraph(
      words`${wayText(plan, first)}; ${minutesText(minutes)}. Restored when: ${restoredWhen}; no trigger for 15 min${lost}.`,
      `${id}: phase ${first.id}.`,
    );
  }
  const columns = ['From', 'Way back; if not clear', 'Min', 'Restored when', ...(lossy ? ['Loses'] : [])];
  return table(
    columns,
    plan.phases.map((phase) => phaseRow(plan, phase, lossy)),
  );
}

/** A step that stopped between its statements: what it has left, and the way from there. */
const halfwayTable = ({ halfway }: Plan): readonly RootContent[] =>
  halfway.length === 0
    ? []
    : [
        paragraph(words`No transaction holds the statements of a step together. If it stops between them:`),
        table(
          ['Step, after', 'There', 'Back'],
          halfway.map(({ step, done, of, there, back }) => [
            words`${step}, ${ranges(done.map(String))} of ${of}`,
            done.length > 1 ? words`up to ${there}` : there,
            back,
          ]),
        ),
      ];

function undoScripts(plan: Plan): readonly RootContent[] {
  const blocks = plan.phases.flatMap((phase) =>
    phase.steps.toReversed().flatMap(({ id, undo }) => {
      if (undo.kind !== 'statements') return [];
      const note = undo.onlyIgnoring
        ? [
            remarkIn(
              languageOf(undo.scripts[0]),
              `only while every running release ignores ${undo.onlyIgnoring.join(', ')}; until then leave it: nothing reads it`,
            ),
          ]
        : [];
      const scripts = scriptsOf(plan).filter(({ step, way }) => way === 'back' && step === id);
      const [head, ...rest] = scripts.map((script) => ({
        language: languageOf(script.script),
        text: scriptText(plan, script),
      }));
      return head ? [{ ...head, text: [...note, head.text].join('\n') }, ...rest] : [];
    }),
  );
  return fences(blocks);
}

const undoNotes = (plan: Plan): readonly Text[] =>
  plan.phases.flatMap(({ steps }) =>
    steps.flatMap(({ id, undo }) => ('note' in undo && undo.note ? [words`Undo ${id}: ${undo.note}`] : [])),
  );

/** Section 4: when to go back, who decides, the way from each phase, and what it looks like afterwards. */
export function rollbackSection(plan: Plan): readonly RootContent[] {
  const { timing } = plan;
  const lossy = plan.phases.some(({ rollback }) => rollback.loses !== 'nothing');
  return [
    heading(2, words`4. Rollback plan`),
    paragraph(
      words`The rollback owner decides, else the alternate. No decision in time means: do the action. Latest start of a rollback: ${timing.latestRollbackStart} (${timing.formula}). Thresholds without a mark are assumed.`,
    ),
    triggerTable(plan),
    ...(plan.phases.length > 1
      ? [
          paragraph(
            words`Leave the schema alone unless the row names an undo. ${lossy ? '' : 'No row loses a write. '}Restored also means: no trigger for 15 min.`,
          ),
        ]
      : []),
    wayTable(plan, lossy),
    ...halfwayTable(plan),
    ...undoScripts(plan),
    ...(undoNotes(plan).length > 0 ? [list(undoNotes(plan))] : []),
    paragraph(plan.rollbackWindow),
    ...(plan.rollbackFails.length > 0
      ? [paragraph(words`${joinText(plan.rollbackFails, '; ')}.`, 'If the rollback fails.')]
      : []),
    ...(plan.reversibility.pointOfNoReturn === undefined
      ? []
      : [paragraph(plan.afterNoReturn, 'After the point of no return.')]),
  ];
}
