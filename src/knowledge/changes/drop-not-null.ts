import type { PhaseDraft } from '#model/change.ts';
import { defineChange, deploy, step } from '#model/change.ts';
import { choiceField, expressionField, nameField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { allowsNull } from '../patterns/fill-before-undo.ts';
import { openFields } from '../patterns/open-fields.ts';
import { keyQuestion } from '../patterns/row-key.ts';
import { readsAndGives, standing } from '../patterns/standing-column.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  use: choiceField('When does the application begin to write NULL?', {
    essential: true,
    options: [
      { id: 'later', label: 'With a change of its own', hint: 'Every writer still gives a value' },
      { id: 'now', label: 'With the release that follows' },
    ],
    gives: 'whether a release that bears NULL comes first',
  }),
  fill: expressionField('On the way back, what do rows get that hold NULL by then?', {
    gives: 'the value with which NOT NULL comes back',
  }),
} as const;

export const dropNotNull = defineChange({
  id: 'drop-not-null',
  title: 'Drop NOT NULL',
  group: 'Columns',
  hint: 'Rows may be without a value',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column, fill] = [context.name('table'), context.name('column'), context.name('fill')];
    const name = columnName(table, column);
    const used = context.fields['use'] === 'now';
    const allowed = step(allowsNull(context, { table, column, fill }), { proves: 'shape' });
    const phases: readonly [PhaseDraft, ...PhaseDraft[]] = used
      ? [
          {
            stage: 'write-both',
            title: words`Bear NULL in ${code(name)} everywhere`,
            why: words`Every reader must cope with NULL before the first one is written.`,
            steps: [deploy(words`it bears NULL in ${code(name)} and writes none yet`)],
          },
          {
            stage: 'retire',
            title: words`Allow NULL, then write it`,
            why: words`The first NULL ends the easy way back: rows that hold it need a value before NOT NULL can return.`,
            gate: {
              title: words`Before the first NULL in ${code(name)}`,
              criteria: [
                words`every instance, job and report bears NULL; none older starts any more`,
                words`what rows get on the way back is decided: ${code(fill)}, by ______`,
              ],
            },
            steps: [allowed, deploy(words`it writes NULL to ${code(name)}`)],
          },
        ]
      : [
          {
            stage: 'expand',
            title: words`Allow NULL in ${code(name)}`,
            why: words`Every writer still gives a value, so nothing changes until one does not.`,
            steps: [allowed],
          },
        ];

    return {
      summary: words`${code(name)} may be NULL${used ? '; readers bear it before the first one is written' : '; nobody writes NULL yet'}`,
      strategy: {
        name: used ? words`Readers first, then the constraint, then writers` : words`Drop the constraint alone`,
        why: words`The statement is short and reads no row; what can hurt is a reader that meets NULL.`,
        rejected: [
          {
            what: words`A value that stands for “none”`,
            because: words`every reader must know it, and one that does not counts it as a real value`,
          },
        ],
      },
      before: standing(table, column, { nullable: false }),
      copies: [],
      application: {
        today: readsAndGives(table, column, 'always'),
        ...(used
          ? { 'write-both': readsAndGives(table, column, 'always'), retire: readsAndGives(table, column, 'sometimes') }
          : {}),
      },
      phases,
      checks: [
        dependentsCheck(context, table, column),
        {
          key: 'shape',
          title: words`Shape of ${code(table)}`,
          when: 'after',
          stages: ['prepare', 'expand', 'retire'],
          how: words`Describe it on every node, before and after`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`as before, and ${code(column)} nullable`,
          tolerance: words`none`,
        },
        {
          key: 'nulls',
          title: words`Rows without ${code(name)}`,
          when: 'after',
          stages: ['expand', 'retire'],
          how: words`Count them, daily`,
          ...withStatement(engine.query.countNulls({ table, column })),
          expected: used ? words`growing as the release means it` : words`0`,
          tolerance: used
            ? words`none from a writer that does not mean it`
            : words`none: one says that a writer leaves it out`,
        },
      ],
      checklist: [
        {
          title: words`Readers of ${code(name)}`,
          detail: words`Code, reports, loads and unique keys that take a value for granted: comparisons, sums, sorting, joins. Each with its owner: ______`,
          critical: true,
        },
      ],
      questions: [...keyQuestion(context, table), ...openFields(context, fields)],
      touches: [name],
      ...(used
        ? {
            releaseNotes: {
              'write-both': [words`Bears NULL in ${code(name)} wherever it reads; still gives a value in every write.`],
              retire: [
                words`Writes NULL. The release before bears it and can come back; older ones need ${code(fill)} in those rows first.`,
              ],
            },
          }
        : {}),
    };
  },
});
