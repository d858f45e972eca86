import type { PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, step } from '#model/change.ts';
import { choiceField, expressionField, nameField, yesNoField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { requiredOf, tableField } from '../patterns/column-fields.ts';
import { openFields } from '../patterns/open-fields.ts';
import { givenBy, readsAndGives, standing } from '../patterns/standing-column.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  to: choiceField('What becomes of its default?', {
    essential: true,
    options: [
      { id: 'set', label: 'It gets a new one' },
      { id: 'drop', label: 'It goes' },
    ],
    gives: 'the statement, and whether a release must give the value first',
  }),
  default: expressionField('New default', {
    when: { field: 'to', is: ['set'] },
    essential: true,
    gives: 'the statement',
  }),
  was: expressionField('Its default today', {
    hint: 'As the database prints it; blank when there is none',
    blank: 'none',
    gives: 'the way back',
  }),
  notNull: yesNoField('Is it NOT NULL?', {
    when: { field: 'to', is: ['drop'] },
    gives: 'whether inserts fail that leave it out',
  }),
} as const;

export const changeDefault = defineChange({
  id: 'change-default',
  title: 'Change a default',
  group: 'Columns',
  hint: 'For rows to come; old rows stay as they are',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column] = [context.name('table'), context.name('column')];
    const name = columnName(table, column);
    const drops = context.fields['to'] === 'drop';
    const had = drops || context.answered('was');
    const value = drops ? 'none' : context.name('default');
    const done = step(
      drops
        ? engine.dropDefault({ table, column, was: context.name('was') })
        : engine.setDefault({ table, column, default: context.name('default'), ...answeredAs(context, 'was', 'was') }),
      { proves: 'shape' },
    );
    const restart = checkStep(
      words`Restart what remembers defaults from its start on: instances, workers, consoles`,
      words`a row inserted by each kind of process has what the new default says`,
      { actor: 'executor', proves: 'inserted' },
    );
    const today = readsAndGives(table, column, had ? givenBy(context, true) : 'always');
    const phases: readonly [PhaseDraft, ...PhaseDraft[]] = drops
      ? [
          {
            stage: 'write-both',
            title: words`Give ${code(name)} a value in every insert`,
            why: words`Whoever relied on the default must name the column before it goes.`,
            steps: [deploy(words`it names ${code(column)} in every insert`)],
          },
          {
            stage: 'retire',
            title: words`Drop the default of ${code(name)}`,
            why: words`From here on an insert that leaves it out gets NULL, or fails where the column is NOT NULL.`,
            gate: {
              title: words`Does anyone rely on the default of ${code(name)}?`,
              criteria: [words`every instance, job and import names ${code(column)}; none older starts any more`],
            },
            steps: [done],
          },
        ]
      : [
          {
            stage: 'expand',
            title: words`Set the default of ${code(name)}`,
            why: words`No row changes; only inserts that leave the column out notice.`,
            steps: [done, ...(context.stack.remembersColumns ? [restart] : [])],
          },
        ];

    return {
      summary: drops
        ? words`${code(name)} loses its default`
        : words`New rows of ${code(table)} get ${code(value)} in ${code(column)} when nobody gives a value`,
      strategy: {
        name: drops ? words`Writers first, then the default` : words`One short statement`,
        why: words`A default is looked at only by inserts that leave the column out; rows that are there do not change.`,
        rejected: [
          {
            what: words`Change the rows that are there as well`,
            because: words`they hold what was meant when they were written; if they are to change, that is a change of values with a way back of its own`,
          },
        ],
      },
      before: standing(table, column, { nullable: requiredOf(context) !== 'yes', hasDefault: had }),
      copies: [],
      application: { today, ...(drops ? { 'write-both': readsAndGives(table, column, 'always') } : {}) },
      phases,
      checks: [
        {
          key: 'shape',
          title: words`Default of ${code(name)}`,
          when: 'after',
          stages: ['prepare', 'expand', 'retire'],
          how: words`Describe ${code(table)} on every node, before and after`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`before: ${context.answered('was') ? code(context.name('was')) : 'written down, ______'}; after: ${code(value)}`,
          tolerance: words`none`,
        },
        {
          key: 'inserted',
          title: words`Rows inserted without ${code(column)}`,
          when: 'after',
          stages: ['expand', 'retire'],
          how: words`Insert one through the application and one by hand on a copy; count today’s rows per value of ${code(column)}`,
          expected: drops
            ? words`no error, and no row that should have a value is without`
            : words`they have ${code(value)}`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Who leaves ${code(column)} out`,
          detail: words`Releases, jobs, imports and scripts that rely on the default, and processes that remember it from their start on: ______`,
          critical: drops,
        },
      ],
      questions: openFields(context, fields),
      touches: [name],
    };
  },
});
