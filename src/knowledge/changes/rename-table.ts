import type { PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, step, stopAll } from '#model/change.ts';
import { nameField, yesNoField } from '#model/fields.ts';
import type { Alternative } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { dependentsCheck, idleCheck } from '../patterns/dependents-check.ts';
import { openFields } from '../patterns/open-fields.ts';
import { stopQuestion } from '../patterns/stop-question.ts';
import { needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { lacking } from '../patterns/lacking.ts';

const fields = {
  table: nameField('Table', { essential: true, gives: 'the name in every statement' }),
  newName: nameField('New name', { essential: true, gives: 'the name in every statement' }),
  truncates: yesNoField('Does anything empty it, alter it or load it in bulk by name?', {
    gives: 'whether a view under the old name is enough for every user',
  }),
} as const;

interface Way {
  readonly name: Text;
  readonly why: Text;
  readonly rejected: readonly [Alternative, ...Alternative[]];
  readonly phases: readonly [PhaseDraft, ...PhaseDraft[]];
}

export const renameTable = defineChange({
  id: 'rename-table',
  title: 'Rename a table',
  group: 'Tables',
  hint: 'With a view under the old name, or with everything stopped',
  nature: 'rename',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, newName] = [context.name('table'), context.name('newName')];
    const views = engine.can('compatibilityViews');

    const renamed = step(engine.renameTable({ from: table, to: newName, compatibilityView: views }), {
      proves: 'shape',
    });
    const withView: Way = {
      name: words`Rename with a view under the old name, in one transaction`,
      why: words`Releases that say ${code(table)} and releases that say ${code(newName)} both read and write the same rows, so they can run together.`,
      rejected: [
        {
          what: words`Rename alone`,
          because: words`every running statement that says ${code(table)} fails from that moment on, and on the way back the new release fails in the same way`,
        },
        {
          what: words`A second table, kept equal`,
          because: words`it copies every row to gain what the view gives at once`,
        },
      ],
      phases: [
        {
          stage: 'expand',
          title: words`Rename ${code(table)} to ${code(newName)}, with a view under the old name`,
          why: words`Nobody sees a moment in which either name is missing.`,
          steps: [
            renamed,
            checkStep(
              words`Through ${code(table)}: insert, update, insert-or-update, lock and delete a row of a test`,
              words`each works through the view as it did on the table`,
              { proves: 'through-view', minutes: { kind: 'assumed', minutes: 5 } },
            ),
          ],
        },
        {
          stage: 'retire',
          title: words`A release that says ${code(newName)}`,
          why: words`The view can go only when nobody says the old name.`,
          steps: [deploy(words`it says ${code(newName)} everywhere`)],
        },
        {
          stage: 'contract',
          title: words`Drop the view ${code(table)}`,
          why: words`It holds no rows; it only hides users of the old name.`,
          notBeforeDays: 7,
          gate: {
            title: words`Does anyone still say ${code(table)}?`,
            criteria: [
              words`no statement has named ${code(table)} for 7 days on any node, our own checks left out`,
              words`no instance of a release before this one can start any more`,
            ],
          },
          steps: [step(engine.dropCompatibilityView({ view: table, table: newName }))],
        },
      ],
    };
    const stopped: Way = {
      name: words`Rename with everything stopped`,
      why: words`A view that stands in for a table, for writes too, is ${lacking(context, 'compatibilityViews')}, so two releases cannot use the two names at once.`,
      rejected: [
        {
          what: words`A view under the old name`,
          because: words`one that takes writes is ${lacking(context, 'compatibilityViews')}`,
        },
        {
          what: words`Rename while releases run`,
          because: words`every statement that says ${code(table)} fails until the last instance is replaced`,
        },
      ],
      phases: [
        {
          stage: 'retire',
          title: words`Stop, rename ${code(table)} to ${code(newName)}, start`,
          why: words`No release runs while the name changes, so none can meet the wrong one.`,
          gate: {
            title: words`May everything stop?`,
            criteria: [
              words`the time without service was agreed by ______`,
              words`the whole turn, forwards and back, was rehearsed in ______ min`,
            ],
          },
          steps: [
            stopAll(words`Stop every process that uses ${code(table)}: web, workers, jobs, reports`),
            renamed,
            deploy(words`it says ${code(newName)} everywhere`),
          ],
        },
      ],
    };
    const way = views ? withView : stopped;

    return {
      summary: words`Rename ${code(table)} to ${code(newName)}${views ? '; a view keeps the old name alive until nobody uses it' : '; everything that uses it stops for the turn'}`,
      strategy: { name: way.name, why: way.why, rejected: way.rejected },
      before: tableStands(table),
      copies: [],
      application: { today: needsTable(table), retire: needsTable(newName) },
      phases: way.phases,
      checks: [
        dependentsCheck(context, table),
        {
          key: 'rows-before',
          title: words`Rows before`,
          when: 'before',
          stages: ['prepare'],
          how: words`Count the rows of ${code(table)}`,
          ...withStatement(engine.query.countRows({ table })),
          expected: words`written down: ______`,
          tolerance: words`–`,
        },
        {
          key: 'shape',
          title: words`Both names`,
          when: 'during',
          stages: ['expand', 'retire'],
          how: words`Describe ${code(newName)}: indexes, constraints, triggers and grants are those of before; sequences, indexes and constraints keep their old names`,
          ...withStatement(engine.query.describeTable({ table: newName })),
          expected: words`as before, under the new name`,
          tolerance: words`none`,
        },
        ...(views
          ? [
              {
                key: 'through-view',
                title: words`Work through the view ${code(table)}`,
                when: 'during' as const,
                stages: ['expand' as const],
                how: words`As the application’s role, in a transaction that is rolled back: insert, insert-or-update, update, lock for update, delete`,
                expected: words`each works and touches one row`,
                tolerance: words`none`,
              },
            ]
          : []),
        idleCheck(table, ['retire', 'contract']),
      ],
      checklist: [
        {
          title: words`What a view cannot do`,
          detail: words`Emptying, altering, indexing, bulk loading and change capture by the name ${code(table)} must say ${code(newName)} from the rename on: who does such things: ______`,
          critical: views,
        },
        {
          title: words`Rights`,
          detail: words`The view ${code(table)} needs the grants that the table had; row policies are checked as which role: ______`,
          critical: views,
        },
        {
          title: words`Names that stay`,
          detail: words`Sequences, indexes and constraints keep names with ${code(table)} in them; code that names a constraint is listed: ______`,
          critical: false,
        },
      ],
      questions: [
        ...openFields(context, fields),
        ...(views
          ? []
          : stopQuestion(
              context,
              words`Everything stops for the rename`,
              words`Agree on a window, or try on a copy whether a view takes writes, and plan it with the view`,
            )),
      ],
      touches: [table],
      releaseNotes: {
        retire: [
          words`Says ${code(newName)} in models, raw statements and jobs. ${views ? 'The release before keeps working through the view.' : 'The release before needs the old name: rename back first, then start it.'}`,
        ],
      },
    };
  },
});
