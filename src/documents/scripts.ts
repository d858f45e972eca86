import type { Plan } from '#model/plan.ts';
import type { Repeat, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { guardLines } from './guards.ts';
import { effectRemark } from './evidence.ts';

const group = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

const repeatRemark = (repeat: Repeat): string =>
  repeat.kind === 'key-range'
    ? `-- in a loop, one commit each: :from and :to walk ${repeat.key} in steps of ${group(repeat.size)}, ${repeat.pauseSeconds} s apart`
    : `-- in a loop, one commit each, ${repeat.pauseSeconds} s apart, until no row is changed`;

const isSql = ({ language }: Statement): boolean => language === 'sql';

/** Every statement in the order in which it is printed: all steps, then all undos. */
const printed = ({ phases }: Pick<Plan, 'phases'>): readonly Statement[] => {
  const steps = phases.flatMap((phase) => phase.steps);
  const undos = phases.flatMap((phase) => phase.steps.toReversed());
  return [
    ...steps.flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : [])),
    ...undos.flatMap(({ undo }) => (undo.kind === 'statements' ? statementsOf(undo.scripts) : [])),
  ];
};

const remarksOf = ({ remark, repeat }: Statement): readonly string[] => [
  ...(remark === undefined ? [] : [`-- ${remark}`]),
  ...(repeat ? [repeatRemark(repeat)] : []),
];

/** A remark is said where it comes first, and in each loop: how it is run must stand beside it. */
const statementText = (plan: Pick<Plan, 'phases'>, statement: Statement): string =>
  [
    ...remarksOf(statement).filter(
      (remark) =>
        remark.includes(':from') || printed(plan).find((other) => remarksOf(other).includes(remark)) === statement,
    ),
    isSql(statement) && !statement.text.trimEnd().endsWith(';') ? `${statement.text};` : statement.text,
  ].join('\n');

/** One script as it is run: its guard, its transaction, its statements, and above them what it does to others. */
export function scriptText(plan: Pick<Plan, 'guards' | 'phases' | 'running'>, title: string, script: Script): string {
  const several = script.transaction === 'one' && script.statements.length > 1 && script.statements.every(isSql);
  return [
    `-- ${title}: ${effectRemark(plan, script.statements)}`,
    ...guardLines(plan, script.guard),
    ...(several ? [`${plan.running.begin};`] : []),
    ...script.statements.map((statement) => statementText(plan, statement)),
    ...(several ? [`${plan.running.commit};`] : []),
  ].join('\n');
}
