import type { ChangeContext, Part } from '#model/change.ts';
import { checkStep, defineChange, deploy, step, stopAll } from '#model/change.ts';
import { nameField, typeField } from '#model/fields.ts';
import { isGiven } from '#model/given.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { replacedFields, requiredOf, tableField } from '../patterns/column-fields.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { expandAndContract } from '../patterns/expand-and-contract.ts';
import { listedIndexes } from '../patterns/listed-indexes.ts';
import { openFields } from '../patterns/open-fields.ts';
import { givenBy, readsAndGives, standing } from '../patterns/standing-column.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  newColumn: nameField('New name', { essential: true, gives: 'the name in every statement' }),
  type: typeField('Its type', { essential: true, gives: 'the statement that adds the column under its new name' }),
  ...replacedFields,
} as const;

/** Every release ends before the next one starts, and the time without service is accepted. */
const mayStop = ({ stack, downtime }: ChangeContext): boolean =>
  isGiven(stack.overlap) && !stack.overlap && isGiven(downtime) && downtime !== 'none';

function stopped(context: ChangeContext): Omit<Part, 'summary' | 'questions'> {
  const { engine } = context;
  const [table, from, to] = [context.name('table'), context.name('column'), context.name('newColumn')];
  const [old, fresh] = [columnName(table, from), columnName(table, to)];
  const defaulted = context.answered('default');
  const gives = givenBy(context, defaulted);
  return {
    strategy: {
      name: words`Rename with everything stopped`,
      why: words`Two releases never run together and a stop is accepted, so no running statement can meet the wrong name. The column keeps its rows, default, NOT NULL, indexes and grants.`,
      rejected: [
        {
          what: words`Rename while a release runs`,
          because: words`every statement that says ${code(from)} fails from that moment on, and on the way back every one that says ${code(to)}`,
        },
        {
          what: words`A second column, kept equal`,
          because: words`it writes every row anew to save a stop that is accepted here`,
        },
      ],
    },
    before: standing(table, from, { nullable: context.fields['notNull'] !== 'yes', hasDefault: defaulted }),
    copies: [],
    application: { today: readsAndGives(table, from, gives), retire: readsAndGives(table, to, gives) },
    phases: [
      {
        stage: 'retire',
        title: words`Stop, rename ${code(old)} to ${code(to)}, start`,
        why: words`No release runs while the name changes.`,
        gate: {
          title: words`May everything stop?`,
          criteria: [
            words`the time without service was agreed by ______`,
            words`the whole turn, forwards and back, was rehearsed in ______ min`,
            words`views, functions, jobs and reports that say ${code(from)} are listed, each with the moment in which it changes`,
          ],
        },
        steps: [
          stopAll(words`Stop every process that uses ${code(table)}: web, workers, jobs, reports`),
          step(engine.renameColumn({ table, from, to }), { proves: 'shape' }),
          deploy(words`it says ${code(to)} everywhere`),
          checkStep(
            words`Insert, change and read a row of ${code(table)} through the application`,
            words`each works, and ${code(to)} has the value`,
            {
              proves: 'application',
              minutes: { kind: 'assumed', minutes: 5 },
            },
          ),
        ],
      },
    ],
    checks: [
      dependentsCheck(context, table, from),
      {
        key: 'shape',
        title: words`Shape of ${code(table)}`,
        when: 'during',
        stages: ['prepare', 'retire'],
        how: words`Describe it on every node, before and after; texts of functions do not follow a rename`,
        ...withStatement(engine.query.describeTable({ table })),
        expected: words`as before, with ${code(to)} in place of ${code(from)}`,
        tolerance: words`none`,
      },
      {
        key: 'application',
        title: words`The application does its work`,
        when: 'after',
        stages: ['retire'],
        how: words`Insert, change and read a row; run one job; search the logs for ${code(from)}`,
        expected: words`each passes, no error names ${code(from)}`,
        tolerance: words`none`,
      },
    ],
    checklist: [
      {
        title: words`Everything that says ${code(old)}`,
        detail: words`Services, jobs, loads, reports, change capture: each stops with the application or changes with it: ______`,
        critical: true,
      },
    ],
    touches: [old],
    readersMove: { from: old, to: fresh },
    releaseNotes: {
      retire: [words`Says ${code(to)} everywhere. The release before needs the old name: stop, rename back, start it.`],
    },
  };
}

function beside(context: ChangeContext): Omit<Part, 'summary'> {
  const [table, from, to] = [context.name('table'), context.name('column'), context.name('newColumn')];
  const otherWay = context.engine.twoNames({ table, from, to });
  const part = expandAndContract(context, {
    table,
    from,
    to,
    fromType: context.name('type'),
    newType: context.name('type'),
    required: requiredOf(context),
    indexes: listedIndexes(context.fields['indexes'] ?? '', from),
    ...answeredAs(context, 'default', 'default'),
  });
  return otherWay === undefined ? part : { ...part, strategy: { ...part.strategy, otherWay } };
}

export const renameColumn = defineChange({
  id: 'rename-column',
  title: 'Rename a column',
  group: 'Columns',
  hint: 'By a second column kept equal, or with everything stopped',
  nature: 'rename',
  fields,
  part: (context) => {
    const [from, to] = [columnName(context.name('table'), context.name('column')), context.name('newColumn')];
    const stops = mayStop(context);
    const part: Omit<Part, 'summary' | 'questions'> & Partial<Pick<Part, 'questions'>> = stops
      ? stopped(context)
      : beside(context);
    return {
      ...part,
      summary: words`Rename ${code(from)} to ${code(to)}${stops ? ' while everything is stopped' : ': a column under the new name takes over, both kept equal until nobody says the old one'}`,
      questions: [...(part.questions ?? []), ...openFields(context, fields)],
    };
  },
});
