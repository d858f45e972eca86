import type { Brief } from '#model/brief.ts';
import type { ChangeContext, Part, TableScale } from '#model/change.ts';
import { bindEngine } from '#model/engine.ts';
import { isGiven, notGiven } from '#model/given.ts';
import type { Plan } from '#model/plan.ts';
import type { GuardKind, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import { assess } from './assess.ts';
import { buildPhases } from './build-phases.ts';
import { checklistOf } from './checklist.ts';
import { completeChecks } from './checks.ts';
import type { Core } from './core.ts';
import { halfwayOf } from './halfway.ts';
import { headerOf, peopleOf } from './header.ts';
import { violationsOf } from './laws.ts';
import { cadenceOf, messagesOf } from './messages.ts';
import { assumptionsOf, questionsOf } from './questions.ts';
import { migrationsOf } from './recorded.ts';
import { reversibilityOf } from './reversibility.ts';
import { actionsOf, reviewsOf } from './reviews.ts';
import { rollbackNotesOf } from './rollback-notes.ts';
import { signalsOf, watchingOf } from './signals.ts';
import { stackNotesOf } from './stack-notes.ts';
import { pacesOf, timingOf } from './timing.ts';
import { triggersOf } from './triggers.ts';

const unknownScale = (name: string): TableScale => ({
  name,
  rows: notGiven,
  gigabytes: notGiven,
  writesPerSecond: notGiven,
  readsPerSecond: notGiven,
  key: notGiven,
});

/** Rows up to which a statement that blocks for a scan is over before anyone waits. GitLab: plain index below 1,000 rows. */
const smallRows = 1_000;

function contextOf(brief: Brief, fields: Readonly<Record<string, string>>): ChangeContext {
  const scale = (table: string): TableScale => brief.tables.find(({ name }) => name === table) ?? unknownScale(table);
  const answered = (field: string) => (fields[field] ?? '') !== '';
  return {
    engine: bindEngine(brief.engine, brief.situation),
    fields,
    answered,
    name: (field) => (answered(field) ? (fields[field] ?? '') : `<${field}>`),
    names: (field) =>
      (fields[field] ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    scale,
    stack: brief.traits,
    mayBlock: (table) => {
      const { rows } = scale(table);
      return isGiven(rows) && rows <= smallRows;
    },
    downtime: brief.downtime,
    risk: brief.risk,
  };
}

const distinctBy = <Value>(values: readonly Value[], key: (value: Value) => string): readonly Value[] =>
  values.filter((value, index) => values.findIndex((other) => key(other) === key(value)) === index);

/** What one statement does to others, as a fact for the prompt. */
function factOf({ text, effect }: Statement): Text {
  const locks = effect.locks.map(({ table, mode }) => words`${mode} on ${code(table)}`);
  const taken = locks.length > 0 ? joinText(locks, ', ') : words`no table lock`;
  const outside = effect.transaction === 'outside' ? words`; refused inside a transaction block` : [];
  return words`${code(text.replaceAll(/\s+/g, ' '))}: ${taken}; blocks ${effect.blocks}; work: ${effect.work}${outside}`;
}

const factsOf = (brief: Brief, phases: Plan['phases']): Plan['facts'] => [
  ...distinctBy(
    phases
      .flatMap(({ steps }) =>
        steps.flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : [])),
      )
      .filter(({ language, text }) => language === 'sql' && text.length < 400),
    ({ text }) => text,
  ).map((statement) => ({ says: factOf(statement), source: statement.source })),
  ...brief.engine.facts(brief.situation),
];

const guardsOf = ({ engine, situation }: Brief): Plan['guards'] => {
  const guard = (kind: GuardKind) => engine.guard(kind, situation);
  return {
    'short-lock': guard('short-lock'),
    unhurried: guard('unhurried'),
    batch: guard('batch'),
    none: guard('none'),
  };
};

/** Each way once; where there are several, with the kind of change that it is for. */
const strategyOf = ({ changes }: Brief, parts: readonly Part[]): Plan['strategy'] => {
  const strategies = distinctBy(
    parts.map(({ strategy }, index) => ({ ...strategy, of: changes[index]?.change.title ?? '' })),
    ({ name }) => JSON.stringify(name),
  );
  return {
    name: joinText(
      strategies.map(({ name, of }) => (strategies.length > 1 ? words`${of}: ${name}` : name)),
      '; ',
    ),
    why: joinText(
      strategies.map(({ why }) => why),
      ' ',
    ),
    rejected: distinctBy(
      strategies.flatMap(({ rejected }) => rejected),
      ({ what }) => JSON.stringify(what),
    ),
    otherWays: parts.flatMap(({ strategy }) => strategy.otherWay ?? []),
  };
};

const restsFor = (parts: readonly Part[]): Text => {
  const limits = parts.flatMap(({ restsWhile }) => (restsWhile ? [restsWhile] : []));
  return limits.length > 0 ? words`only while ${joinText(limits, ' and ')}` : words`as long as needed`;
};

/** The kinds of change and what they touch. */
function titleOf({ changes, tables }: Brief, parts: readonly Part[]): Text {
  const kinds = [...new Set(changes.map(({ change }) => change.title))].join('; ');
  const named = tables.map(({ name }) => [code(name)]);
  // Where one says nothing of what it touches, the others would seem to be all.
  if (parts.length > 1 && parts.some(({ touches }) => touches.length === 0))
    return named.length > 0 ? words`${kinds}: ${joinText(named, ', ')}` : words`${kinds}`;
  return joinText(
    changes.map(({ change }, index) => {
      const touched = (parts[index]?.touches ?? []).map((name) => [code(name)]);
      return touched.length > 0 ? words`${change.title}: ${joinText(touched, ', ')}` : words`${change.title}`;
    }),
    '; ',
  );
}

/** The plan for a brief: the changes' parts merged, walked, and checked by the laws. Pure and total: it never fails for what a person typed. */
export function buildPlan(brief: Brief): Plan {
  const parts = brief.changes.map(({ change, fields }) => change.part(contextOf(brief, fields)));
  const { phases, releases, releaseNotes, checks, environment } = buildPhases(brief, parts);
  const found = phases.flatMap(({ gates }) => gates).find(({ pointOfNoReturn }) => pointOfNoReturn);
  const core: Core = {
    brief,
    parts,
    phases,
    releases,
    releaseNotes,
    checks,
    ...(found ? { pointOfNoReturn: found.beforeStep } : {}),
  };
  const plan: Plan = {
    title: titleOf(brief, parts),
    summary: joinText(
      parts.map(({ summary }) => summary),
      '; ',
    ),
    nature: [...new Set(brief.changes.map(({ nature }) => nature))],
    reversibility: reversibilityOf(core),
    assessment: assess(core),
    header: headerOf(core),
    people: peopleOf(brief),
    strategy: strategyOf(brief, parts),
    assumptions: assumptionsOf(core),
    questions: questionsOf(core),
    checklist: checklistOf(core),
    environment,
    releases,
    guards: guardsOf(brief),
    stackNotes: stackNotesOf(brief, phases),
    migrations: migrationsOf(brief.stacks, phases),
    running: brief.engine.running(brief.situation),
    phases,
    checks: completeChecks(core),
    paces: pacesOf(core),
    triggers: triggersOf(core),
    signals: signalsOf(core),
    watching: watchingOf(core),
    messages: messagesOf(core),
    cadence: cadenceOf(core),
    timing: timingOf(core),
    restsFor: restsFor(parts),
    halfway: halfwayOf(brief, { phases, releases, environment }),
    ...rollbackNotesOf(core),
    reviews: reviewsOf(core),
    actions: actionsOf(core),
    facts: factsOf(brief, phases),
    violations: [],
  };
  return { ...plan, violations: violationsOf(plan) };
}
