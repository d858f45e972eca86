import type { Plan } from '#model/plan.ts';
import type { Repeat, Script, Statement } from '#model/statement.ts';
import { effectRemark } from './evidence.ts';
import { guardLines } from './guards.ts';
import { closed, ended, languageOf, remarkIn } from './languages.ts';
import type { PlacedScript } from './plan-scripts.ts';
import { runBefore, printedScripts, takenInBy } from './plan-scripts.ts';

const group = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** As the tool that runs the file writes them. */
const boundsOf = (repeat: Repeat | undefined) =>
  (repeat?.kind === 'key-range' ? repeat.bounds : undefined) ?? { from: ':from', to: ':to' };

function repeatRemark(repeat: Repeat): string {
  if (repeat.kind !== 'key-range')
    return `loop, one commit each, ${repeat.pauseSeconds} s apart, until no row is changed`;
  const { from, to } = boundsOf(repeat);
  return `loop, one commit each: ${from} and ${to} walk ${repeat.key} by ${group(repeat.size)}, ${repeat.pauseSeconds} s apart`;
}

const isSql = ({ language }: Statement): boolean => language === 'sql';

const looped = (repeat: Repeat | undefined): repeat is Repeat =>
  repeat !== undefined && !(repeat.kind === 'key-range' && repeat.written === true);

const remarksOf = ({ language, remark, repeat }: Statement): readonly string[] =>
  [...(remark === undefined ? [] : [remark]), ...(looped(repeat) ? [repeatRemark(repeat)] : [])].map((text) =>
    remarkIn(language, text),
  );

/** A trigger or routine with statements of its own. */
const holdsStatements = ({ text }: Statement): boolean => /^create\b[\s\S]*;/i.test(text);

/** The statement as the client takes it, with its end. */
function sent({ running }: Pick<Plan, 'running'>, statement: Statement): string {
  const { around } = running;
  return around !== undefined && isSql(statement) && holdsStatements(statement)
    ? `${around.before}\n${statement.text} ${around.end}\n${around.after}`
    : closed(statement, running.ending);
}

/** A remark is said where it comes first, and in each loop: how it is run must stand beside it. */
function statementText(plan: Pick<Plan, 'phases' | 'running'>, statement: Statement): string {
  const printed = printedScripts(plan).flatMap(({ script }) => script.statements);
  const first = (remark: string) => printed.find((other) => remarksOf(other).includes(remark)) === statement;
  return [
    ...remarksOf(statement).filter((remark) => remark.includes(boundsOf(statement.repeat).from) || first(remark)),
    takenInBy(plan, statement).length > 0 ? (statement.shared?.include ?? '') : sent(plan, statement),
  ].join('\n');
}

/** Files that a script is the first to take in. */
const filesOf = (plan: Pick<Plan, 'phases' | 'running'>, { script }: PlacedScript): readonly string[] =>
  script.statements.flatMap((statement) => {
    const users = takenInBy(plan, statement);
    return users[0]?.script === script
      ? [
          `${remarkIn(statement.language, `file ${statement.shared?.file ?? ''}, for ${users.map(({ title }) => title).join(', ')}`)}\n${sent(plan, statement)}\n`,
        ]
      : [];
  });

const runAs = (plan: Pick<Plan, 'running'>, script: Script): boolean =>
  plan.running.begin !== '' &&
  script.transaction === 'one' &&
  script.statements.length > 1 &&
  script.statements.every(isSql);

/** One script as it is run: its guard, its transaction, its statements, and above them what it does to others. One that was printed before is named. */
export function scriptText(plan: Pick<Plan, 'guards' | 'phases' | 'running'>, placed: PlacedScript): string {
  const { title, script } = placed;
  const before = runBefore(plan, placed);
  const remark = (text: string) => remarkIn(languageOf(script), text);
  if (before) return remark(`${title}: run the file ${before.title} again`);
  const several = runAs(plan, script);
  const { begin, commit, ending = ';' } = plan.running;
  return [
    ...filesOf(plan, placed),
    remark([title, effectRemark(plan, script)].filter((text) => text !== '').join(': ')),
    ...guardLines(plan, script.guard),
    ...(several ? [ended(begin, ending)] : []),
    ...script.statements.map((statement) => statementText(plan, statement)),
    ...(several ? [ended(commit, ending)] : []),
  ].join('\n');
}
