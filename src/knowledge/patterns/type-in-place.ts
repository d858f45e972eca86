import type { ChangeContext, Part } from '#model/change.ts';
import { hold, step } from '#model/change.ts';
import type { Expression } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { dependentsCheck } from './dependents-check.ts';
import { holdsUp } from './holds-up.ts';
import type { ProvedConstraint } from './proved-constraint.ts';
import { constraintChecks, provedConstraint } from './proved-constraint.ts';
import { readsAndGives, standing } from './standing-column.ts';
import { bareTable } from './table-name.ts';
import { needsNothing } from './table-needs.ts';
import { withStatement } from './with-statement.ts';

interface TypeToChange {
  readonly table: TableName;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** One statement: the new type holds every value, and the engine writes no row, or the table may stand still meanwhile. */
export function typeInPlace(context: ChangeContext, change: TypeToChange): Omit<Part, 'summary' | 'questions'> {
  const { engine } = context;
  const { table, column, from, to } = change;
  const name = columnName(table, column);
  const rewrites = engine.typeChange(from, to).work !== 'catalog';
  return {
    strategy: {
      name: rewrites ? words`In place, while ${code(table)} may stand still` : words`In place: no row is touched`,
      why: words`${code(to)} holds every value of ${code(from)}, so releases that run read and write as before.`,
      rejected: [
        {
          what: words`A second column, kept equal`,
          because: words`it writes every row anew and takes weeks, to save a step that is ${rewrites ? 'short enough here' : 'short anyway'}`,
        },
      ],
    },
    before: standing(table, column, { nullable: true }),
    copies: [],
    application: { today: readsAndGives(table, column, 'always') },
    phases: [
      {
        stage: 'expand',
        title: words`Change the type of ${code(name)}`,
        why: words`No writer uses the new room yet, so the way back is open.`,
        steps: [
          step(engine.changeType(change), { proves: 'shape' }),
          hold(
            words`24 h in which every writer still keeps to ${code(from)}`,
            words`no trigger; statements that were prepared before run again`,
            {
              kind: 'assumed',
              minutes: 24 * 60,
            },
          ),
        ],
      },
    ],
    checks: [
      dependentsCheck(context, table, column),
      {
        key: 'shape',
        title: words`Shape of ${code(table)}`,
        when: 'after',
        stages: ['prepare', 'expand'],
        how: words`Describe it on every node, before and after; indexes on ${code(column)} are valid`,
        ...withStatement(engine.query.describeTable({ table })),
        expected: words`as before, and ${code(column)} is ${code(to)}`,
        tolerance: words`none`,
      },
      {
        key: 'longest',
        title: words`Every value still fits ${code(from)}`,
        when: 'after',
        stages: ['expand'],
        how: words`The longest or largest value of ${code(column)}`,
        ...withStatement(engine.query.longestValue({ table, column })),
        expected: words`within ${code(from)}, as long as the way back is wanted`,
        tolerance: words`none: the first one closes the way back`,
      },
    ],
    checklist: [
      {
        title: words`Writers and readers of ${code(name)}`,
        detail: words`Writers keep to ${code(from)} until the hold has ended; readers that fix the type or the length, loads and clients among them, bear ${code(to)}: ______`,
        critical: true,
      },
      {
        title: words`Views, policies and generated columns that name ${code(column)}`,
        detail: words`They may refuse the change or must be made anew in the same transaction: ______`,
        critical: false,
      },
    ],
    touches: [name],
  };
}

/** The type stays and a proved check keeps the limit: nothing is written anew, and it goes again in an instant. */
export function checkInstead(
  context: ChangeContext,
  { table, column, to, limit }: Pick<TypeToChange, 'table' | 'column' | 'to'> & { readonly limit: Expression },
): Omit<Part, 'summary' | 'questions'> {
  const { engine } = context;
  const constraint = `${bareTable(table)}_${column}_limit`;
  const proved: ProvedConstraint = {
    table,
    constraint,
    added: engine.addCheck({ table, constraint, expression: limit }),
    proved: engine.validateConstraint({ table, constraint }),
    violators: engine.query.countViolations({ table, expression: limit }),
    breaks: 'rows beyond the limit',
  };
  return {
    strategy: {
      name: words`Leave the type and add the limit as a check`,
      why: words`A check holds the same limit as ${code(to)}, is proved ${holdsUp(proved.proved) ? 'in a quiet hour' : 'while reads and writes go on'}, and goes again in an instant.`,
      rejected: [
        {
          what: words`Change the type in place`,
          because: words`every row is read or written anew under the strongest lock, and one value too long undoes it all`,
        },
      ],
    },
    before: [{ kind: 'add-table', table }],
    copies: [],
    application: { today: needsNothing },
    phases: provedConstraint(context, proved),
    checks: constraintChecks(context, proved),
    checklist: [
      {
        title: words`Writers of ${code(columnName(table, column))}`,
        detail: words`Every release that runs or may come back, every job and import keeps to ${code(limit)}: ______`,
        critical: true,
      },
    ],
    touches: [columnName(table, column)],
  };
}
