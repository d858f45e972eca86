import { oncePer } from '#model/once-per.ts';
import type { Duty, Moment, NamedDependency } from '#model/dependency.ts';
import type { Phase } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import { ranges } from '#model/ranges.ts';
import type { Delta } from '#model/schema.ts';
import { tableOf } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { writtenBy } from './compatible.ts';
import type { Core } from './core.ts';

const statementsIn = ({ steps }: Phase) =>
  steps.flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : []));

const arrives = ({ kind }: Delta): boolean => kind === 'add-column' || kind === 'add-table' || kind === 'rename-table';

/** A column or a table of the schema before goes or gets another name; what the plan itself has made may go unseen. A name that stays, as a view, has not gone. */
function departs(core: Core, delta: Delta, together: readonly Delta[]): boolean {
  const stood = core.parts.flatMap(({ before }) => before);
  const stands = (name: string) =>
    stood.some(
      (one) => (one.kind === 'add-column' && one.column === name) || (one.kind === 'add-table' && one.table === name),
    ) || core.parts.some(({ touches }) => touches.some((one) => one === name || tableOf(one) === name));
  switch (delta.kind) {
    case 'drop-column':
      return stands(delta.column);
    case 'rename-column':
      return stands(delta.from);
    case 'drop-table':
      return stands(delta.table);
    case 'rename-table':
      return stands(delta.from) && !together.some((one) => one.kind === 'add-table' && one.table === delta.from);
    default:
      return false;
  }
}

/** A release comes out that no longer names something that the one before it did. */
function retires(core: Core, { steps }: Phase): boolean {
  const touched = core.parts.flatMap(({ touches }) => touches);
  const names = (release: Release) =>
    [...release.reads.map(({ column }) => column), ...writtenBy(release)].filter(
      (column) => touched.includes(column) || touched.includes(tableOf(column)),
    );
  return steps.some(({ action }) => {
    if (action.kind !== 'deploy') return false;
    const at = core.releases.findIndex(({ id }) => id === action.release);
    const [was, is] = [core.releases[at - 1], core.releases[at]];
    if (!was || !is) return false;
    const named = names(is);
    return names(was).some((column) => !named.includes(column));
  });
}

/** What dependents read is left behind by later writes. */
const leftBehind = (core: Core, { state }: Phase): boolean =>
  state.some(({ object, filled }) => filled === 'frozen' && core.parts.some(({ touches }) => touches.includes(object)));

const inPhase = (core: Core, phase: Phase): Readonly<Record<Moment, boolean>> => {
  const statements = statementsIn(phase);
  const deltas = statements.flatMap((statement) => statement.deltas);
  const acts = (kind: string) => phase.steps.some(({ action }) => action.kind === kind);
  return {
    arrival: deltas.some(arrives),
    lock: phase.steps.some(
      ({ action }) => action.kind === 'statements' && action.scripts.some(({ guard }) => guard === 'short-lock'),
    ),
    deploy: acts('deploy'),
    rows: statements.some(({ repeat, effect }) => repeat !== undefined || effect.work === 'rows'),
    switch: acts('flag') || (phase.stage === 'switch' && (acts('deploy') || acts('statements'))),
    retirement: retires(core, phase),
    departure: deltas.some((delta) => departs(core, delta, deltas)) || leftBehind(core, phase),
  };
};

/** The phases in which each moment of the plan comes. */
export const momentsOf = oncePer((core: Core): Readonly<Record<Moment, readonly string[]>> => {
  const found = core.phases.map((phase) => ({ id: phase.id, is: inPhase(core, phase) }));
  const phasesOf = (moment: Moment) => found.filter(({ is }) => is[moment]).map(({ id }) => id);
  const departure = phasesOf('departure').slice(0, 1);
  const retirement = phasesOf('retirement');
  return {
    arrival: phasesOf('arrival').slice(0, 1),
    lock: phasesOf('lock'),
    deploy: phasesOf('deploy'),
    rows: phasesOf('rows'),
    switch: phasesOf('switch'),
    retirement: (retirement.length > 0 ? retirement : departure).slice(0, 1),
    departure,
  };
});

/** Where in the order a duty stands; `undefined` where the plan has no such moment. */
function placeOf(core: Core, { when, moment }: Duty): string | undefined {
  const phases = momentsOf(core)[moment];
  const [first] = phases;
  if (first === undefined) return undefined;
  if (when === 'before') return `before phase ${first}`;
  return when === 'in' || moment === 'deploy'
    ? `${when} phase ${ranges(phases)}`
    : `after phase ${phases.at(-1) ?? first}`;
}

/** Where it comes in running order. */
const rank = (core: Core, duty: Duty): number => {
  const phase = Number(momentsOf(core)[duty.moment][0] ?? 0);
  return phase * 2 + (duty.when === 'before' ? 0 : 1);
};

/** Looked at shortly before each schema step, and not in advance. */
const atLocks = ({ when, moment }: Duty): boolean => when === 'in' && moment === 'lock';

/** What must be so of each dependent while a schema step runs. */
export const quietAtLocks = ({ brief }: Core): readonly Text[] =>
  brief.dependencies.flatMap(({ name, when, kind }) => {
    const hours = /\d/.test(when) ? ` (${when})` : '';
    const duty = kind.duties.find(atLocks);
    return duty ? [words`${name}${hours}: ${duty.does}`] : hours === '' ? [] : [words`not running: ${name}${hours}`];
  });

/** Each duty that the plan has a moment for, by its place, in running order. */
function dutiesOf(core: Core, { duties }: NamedDependency['kind']): readonly Text[] {
  const placed = duties
    .filter((duty) => !atLocks(duty))
    .toSorted((left, right) => rank(core, left) - rank(core, right))
    .flatMap((duty) => {
      const place = placeOf(core, duty);
      return place === undefined ? [] : [{ place, does: duty.does }];
    });
  return [...new Set(placed.map(({ place }) => place))].map((place) => {
    const here = placed.filter((one) => one.place === place).map(({ does }) => does);
    return words`${place}: ${joinText(here, ', ')}`;
  });
}

/** What one dependent asks of this plan: its place in the order, and what breaks on the way back. */
export function dependentText(core: Core, { reads, when, owner, kind }: NamedDependency): Text {
  const duties = dutiesOf(core, kind);
  const order = duties.length > 0 ? [...duties, words`back: ${kind.onRollback}`] : [words`does not move with this`];
  return words`reads ${reads === '' ? '______' : reads}${when === '' ? '' : `, runs ${when}`}; ${joinText(order, '; ')}. Confirmed by ${owner === '' ? '______' : owner} ☐`;
}

/** Dependents that stand still for a while, with the phases in which they do. */
export const pausedDependents = (
  core: Core,
): readonly { readonly name: string; readonly phases: readonly string[] }[] =>
  core.brief.dependencies.flatMap(({ name, kind }) => {
    const found = kind.duties.filter(({ pauses }) => pauses === true).flatMap(({ moment }) => momentsOf(core)[moment]);
    const phases = core.phases.map(({ id }) => id).filter((id) => found.includes(id));
    return phases.length > 0 ? [{ name, phases }] : [];
  });
