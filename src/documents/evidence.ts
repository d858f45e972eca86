import { oncePer } from '#model/once-per.ts';
import type { Plan } from '#model/plan.ts';
import type { Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { scriptsOf } from './plan-scripts.ts';
import { sourceText } from './wording.ts';

const sourcesOf = (statements: readonly Statement[]): string =>
  [...new Set(statements.map(({ source }) => sourceText(source)))].join('; ');

/** How most blocks know what they lock: said once for the plan, and in a block only where it differs. */
export const commonEvidence = oncePer((plan: Pick<Plan, 'phases'>): string | undefined => {
  const all = scriptsOf(plan).map(({ statements }) => sourcesOf(statements));
  const [first] = [...new Set(all)].toSorted(
    (a, b) => all.filter((one) => one === b).length - all.filter((one) => one === a).length,
  );
  return all.length > 2 ? first : undefined;
});

/** Every table that a statement of the plan locks. Where there is one, blocks need not name it. */
const lockedTables = oncePer(
  (plan: Pick<Plan, 'phases'>): ReadonlySet<string> =>
    new Set(statementsOf(scriptsOf(plan)).flatMap(({ effect }) => effect.locks.map(({ table }) => table))),
);

/** What a script does to others, in one line: locks, work, and how that is known where it is not said above. */
export function effectRemark(plan: Pick<Plan, 'phases'>, statements: readonly Statement[]): string {
  const one = lockedTables(plan).size === 1;
  const locks = [
    ...new Set(
      statements.flatMap(({ effect }) => effect.locks.map(({ table, mode }) => (one ? mode : `${mode} on ${table}`))),
    ),
  ];
  const work = [
    ...new Set(statements.map(({ effect }) => effect.work).filter((kind) => kind !== 'none' && kind !== 'catalog')),
  ];
  const unknown = statements.some(({ effect }) => effect.blocks === 'unconfirmed');
  const sources = sourcesOf(statements);
  return [
    locks.join(', ') || (unknown ? 'locks unconfirmed' : 'no table lock'),
    ...work,
    ...(sources === commonEvidence(plan) ? [] : [sources]),
  ].join('; ');
}
