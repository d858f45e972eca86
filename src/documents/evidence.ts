import { oncePer } from '#model/once-per.ts';
import type { Plan } from '#model/plan.ts';
import type { Effect, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { printedScripts } from './plan-scripts.ts';
import { sourceText } from './wording.ts';

type Phases = Pick<Plan, 'phases'>;

const sourcesOf = (statements: readonly Statement[]): string =>
  [...new Set(statements.map(({ source }) => sourceText(source)))].join('; ');

const mostFrequent = (all: readonly string[]): string | undefined =>
  [...new Set(all)].toSorted(
    (a, b) => all.filter((one) => one === b).length - all.filter((one) => one === a).length,
  )[0];

/** How most blocks know what they lock: said once for the plan, and in a block only where it differs. */
export const commonEvidence = oncePer((plan: Phases): string | undefined => {
  const all = printedScripts(plan).map(({ script }) => sourcesOf(script.statements));
  return all.length > 2 ? mostFrequent(all) : undefined;
});

const locked = oncePer((plan: Phases): readonly string[] =>
  statementsOf(printedScripts(plan).map(({ script }) => script)).flatMap(({ effect }) =>
    effect.locks.map(({ table }) => table),
  ),
);

/** The table that most blocks lock: said once for the plan, where several are locked. */
export const commonTable = (plan: Phases): string | undefined =>
  new Set(locked(plan)).size > 1 ? mostFrequent(locked(plan)) : undefined;

const byReach: readonly Effect['blocks'][] = ['nothing', 'schema changes', 'unconfirmed', 'writes', 'reads and writes'];

/** How far a statement's locks reach: said of one mode only. */
const reachOf = ({ locks, blocks }: Effect): number | undefined =>
  new Set(locks.map(({ mode }) => mode)).size === 1 ? byReach.indexOf(blocks) : undefined;

/** The modes that others meet at a table: where one statement of a script reaches further than another, its mode covers the other's. */
function strongest(statements: readonly Statement[], table: string): readonly string[] {
  const held = statements.flatMap(({ effect }) =>
    effect.locks.filter((lock) => lock.table === table).map(({ mode }) => ({ mode, reach: reachOf(effect) })),
  );
  const most = Math.max(...held.map(({ reach }) => reach ?? 0));
  return [...new Set(held.filter(({ reach }) => reach === undefined || reach === most).map(({ mode }) => mode))];
}

/** `ACCESS EXCLUSIVE on a, b`: each mode once, with its tables. */
function locksText(plan: Phases, statements: readonly Statement[]): readonly string[] {
  const tables = [...new Set(statements.flatMap(({ effect }) => effect.locks.map(({ table }) => table)))];
  const held = tables.flatMap((table) => strongest(statements, table).map((mode) => ({ table, mode })));
  const silent = commonTable(plan) ?? (new Set(locked(plan)).size === 1 ? locked(plan)[0] : undefined);
  return [...new Set(held.map(({ mode }) => mode))].map((mode) => {
    const on = held.filter((lock) => lock.mode === mode).map(({ table }) => table);
    return on.every((table) => table === silent) ? mode : `${mode} on ${on.join(', ')}`;
  });
}

/** What most long scripts lock: said once beside the file that they all take in. */
export const longLock = oncePer((plan: Pick<Plan, 'phases' | 'guards'>): string | undefined => {
  const long = printedScripts(plan).filter(({ script }) => script.guard === 'unhurried');
  return plan.guards.unhurried.shared !== undefined && long.length > 2
    ? mostFrequent(long.map(({ script }) => locksText(plan, script.statements).join('; ')))
    : undefined;
});

/** What a script does to others, in one line: locks, work, and how that is known where it is not said above. */
export function effectRemark(plan: Pick<Plan, 'phases' | 'guards'>, { guard, statements }: Script): string {
  const work = [
    ...new Set(statements.map(({ effect }) => effect.work).filter((kind) => kind !== 'none' && kind !== 'catalog')),
  ];
  const unknown = statements.some(({ effect }) => effect.blocks === 'unconfirmed');
  const sources = sourcesOf(statements);
  const locks = locksText(plan, statements).join('; ');
  return [
    ...(guard === 'unhurried' && locks !== '' && locks === longLock(plan)
      ? []
      : [locks || (unknown ? 'locks unconfirmed' : 'no table lock')]),
    ...work,
    ...(sources === commonEvidence(plan) ? [] : [sources]),
  ].join('; ');
}
