import { checkStep, defineChange, step } from '#model/change.ts';
import { nameField, namesField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { bareTable } from '../patterns/table-name.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { holdsUp } from '../patterns/holds-up.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  columns: namesField('Columns', {
    essential: true,
    hint: 'tenant_id, email',
    gives: 'the constraint and the search for duplicates',
  }),
  constraint: nameField('Constraint', { gives: 'the name in every statement' }),
} as const;

export const addUniqueConstraint = defineChange({
  id: 'add-unique-constraint',
  title: 'Add a unique constraint',
  group: 'Constraints',
  hint: 'By an index that is built while writes go on',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const table = context.name('table');
    const columns = requiredNames(context, 'columns');
    const listed = columns.join(', ');
    const constraint = context.answered('constraint')
      ? context.name('constraint')
      : `${bareTable(table)}_${columns.join('_')}_key`;
    const index = `${constraint}_build`;

    return {
      summary: words`${code(listed)} must be unique in ${code(table)}, as ${code(constraint)}`,
      strategy: {
        name: words`A unique index first, then the constraint takes it over`,
        why: holdsUp(engine.createIndex({ table, index, columns, unique: true }))
          ? words`From the build on nothing new can stand twice. Writers wait while it is built, so it comes in a quiet hour, and what stands twice is mended before.`
          : words`The long part, the build, goes on beside reads and writes; the constraint itself is a short step.`,
        rejected: [
          {
            what: words`Add the constraint in one statement`,
            because: words`nobody could read or write ${code(table)} until its index is built`,
          },
          {
            what: words`A check in the application alone`,
            because: words`two requests at the same time both find no duplicate and both insert`,
          },
        ],
      },
      before: [{ kind: 'add-table', table }],
      copies: [],
      application: { today: needsNothing },
      phases: [
        {
          stage: 'expand',
          title: words`Build ${code(index)}`,
          why: words`From the end of the build on a duplicate is refused.`,
          gate: {
            title: words`No duplicates, and none to come`,
            criteria: [
              words`0 duplicates of ${code(listed)}`,
              words`every release that runs or may come back, every job and import bears the refusal: ______`,
            ],
          },
          steps: [
            checkStep(
              words`Count duplicates of ${code(listed)}; which row wins is decided by ______, the others are kept in a table of their own before they go`,
              words`0`,
              {
                proves: 'duplicates',
              },
            ),
            step(engine.createIndex({ table, index, columns, unique: true }), {
              minutes: { kind: 'measure', what: words`the build of ${code(index)} in the dry run` },
            }),
          ],
        },
        {
          stage: 'prove',
          title: words`Make it the constraint ${code(constraint)}`,
          why: words`The finished index proves it, so no row is read.`,
          steps: [step(engine.attachUnique({ table, constraint, index, columns }), { proves: 'shape' })],
        },
      ],
      checks: [
        {
          key: 'duplicates',
          title: words`Duplicates of ${code(listed)}`,
          when: 'before',
          stages: ['prepare', 'expand'],
          how: words`Count the values that stand more than once, before the first step and again before the build. Rows with NULL in one of the columns may not count: whether they should is decided by ______`,
          ...withStatement(engine.query.countDuplicates({ table, columns })),
          expected: words`0`,
          tolerance: words`none: one makes the build fail at its end`,
        },
        {
          key: 'writes',
          title: words`No writer is refused`,
          when: 'after',
          stages: ['expand', 'prove'],
          how: words`Errors that name ${code(index)} or ${code(constraint)}, in the application and every job, for one nightly run`,
          expected: words`0, or only those that are meant`,
          tolerance: words`none that a user sees`,
        },
        {
          key: 'shape',
          title: words`${code(constraint)} is there`,
          when: 'after',
          stages: ['prove'],
          how: words`Describe ${code(table)} on every node`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`${code(constraint)} over ${code(listed)}; no unfinished index is left`,
          tolerance: words`none`,
        },
      ],
      checklist: [],
      questions: openFields(context, { table: fields.table, columns: fields.columns }),
      touches: [],
    };
  },
});
