import type { ChangeContext, Part } from '#model/change.ts';
import { checkStep, defineChange, step } from '#model/change.ts';
import { nameField, namesField, yesNoField } from '#model/fields.ts';
import type { Question } from '#model/plan.ts';
import type { Needs } from '#model/release.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { columnStands } from '../patterns/table-needs.ts';
import { bareTable } from '../patterns/table-name.ts';
import { holdsUp } from '../patterns/holds-up.ts';
import { keyChanged } from '../patterns/key-changed.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  columns: namesField('Columns', { essential: true, gives: 'the key, and the search for duplicates and NULLs' }),
  constraint: nameField('Constraint', { gives: 'the name in every statement' }),
  notNull: yesNoField('Are these columns NOT NULL already?', {
    gives: 'whether NOT NULL is proved first, so that the key is a short step',
  }),
  was: namesField('Columns of the key today', {
    hint: 'Where the table has one, also one that the database made by itself',
    gives: 'the way back to that key',
  }),
} as const;

/** Where a table has a key at every moment, the new one takes its place. */
const changedKey = (context: ChangeContext): Part | undefined => {
  const table = context.name('table');
  const columns = requiredNames(context, 'columns');
  const was = context.answered('was') ? { was: context.names('was') } : {};
  const changed = context.engine.changeKey?.({ table, columns, ...was });
  if (changed === undefined) return undefined;
  const part = keyChanged(context, { table, columns, proved: context.fields['notNull'] === 'yes', ...was }, changed);
  const { constraint: _named, ...asked } = fields;
  return {
    ...part,
    questions: openFields(context, asked),
  };
};

/** The plan for a table without a key does not take one away. */
const standingKey = (context: ChangeContext, table: string): readonly Question[] =>
  context.answered('was')
    ? [
        {
          about: words`${code(table)} has the key ${code(context.names('was').join(', '))} today`,
          settle: words`This plan adds a key to a table that has none: it fails while the old one stands. Plan the way of the old key, and of what points to it, before`,
          who: 'executor',
        },
      ]
    : [];

export const addPrimaryKey = defineChange({
  id: 'add-primary-key',
  title: 'Add a primary key',
  group: 'Constraints',
  hint: 'To a table that has none, or in place of the one it has',
  nature: 'additive',
  fields,
  part: (context) => {
    const changed = changedKey(context);
    if (changed) return changed;
    const { engine } = context;
    const table = context.name('table');
    const columns = requiredNames(context, 'columns');
    const listed = columns.join(', ');
    const constraint = context.answered('constraint') ? context.name('constraint') : `${bareTable(table)}_pkey`;
    const index = `${constraint}_build`;
    const proved = context.fields['notNull'] === 'yes';
    const today: Needs = {
      reads: [],
      writes: [{ table, inserts: true, columns, optional: [], defaults: [] }],
      ignores: [],
    };

    return {
      summary: words`${code(listed)} becomes the primary key of ${code(table)}, as ${code(constraint)}`,
      strategy: {
        name: words`A unique index and NOT NULL first, then the key takes them over`,
        why: [
          engine.createIndex({ table, index, columns, unique: true }),
          engine.attachPrimaryKey({ table, constraint, index, columns }),
        ].some(holdsUp)
          ? words`What stands twice or is empty is mended first, and from the build on nothing new can stand twice. Each long part holds up others by itself, in a quiet hour, as its block says.`
          : words`The build and the proof go on beside reads and writes; the key itself is a short step that reads no row.`,
        rejected: [
          {
            what: words`Add the key in one statement`,
            because: words`nobody could read or write ${code(table)} until its index is built and every row has been looked at`,
          },
        ],
      },
      before: [
        { kind: 'add-table', table },
        ...columns.map((column) => columnStands(table, column, { nullable: !proved })),
      ],
      copies: [],
      application: { today },
      phases: [
        {
          stage: 'expand',
          title: words`Build ${code(index)}`,
          why: words`From the end of the build on a duplicate is refused.`,
          steps: [
            checkStep(
              words`Count duplicates of ${code(listed)} and rows in which one of them is NULL`,
              words`0 of both`,
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
          title: words`Prove NOT NULL and make it the key`,
          why: words`With both proved the last step holds its lock for a moment only.`,
          steps: [
            ...(proved
              ? []
              : columns.map((column) =>
                  step(engine.setNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` })),
                )),
            step(engine.attachPrimaryKey({ table, constraint, index, columns }), { proves: 'shape' }),
          ],
        },
      ],
      checks: [
        {
          key: 'duplicates',
          title: words`Duplicates of ${code(listed)}`,
          when: 'before',
          stages: ['prepare', 'expand'],
          how: words`Count the values that stand more than once`,
          ...withStatement(engine.query.countDuplicates({ table, columns })),
          expected: words`0`,
          tolerance: words`none: one makes the build fail at its end`,
        },
        ...columns.map((column) => ({
          key: `nulls-${column}`,
          title: words`Rows without ${code(column)}`,
          when: 'before' as const,
          stages: ['prepare' as const, 'prove' as const],
          how: words`Count the rows in which it is NULL`,
          ...withStatement(engine.query.countNulls({ table, column })),
          expected: words`0`,
          tolerance: words`none`,
        })),
        {
          key: 'shape',
          title: words`${code(constraint)} is there`,
          when: 'after',
          stages: ['prove'],
          how: words`Describe ${code(table)} on every node; replication that needs a key finds it`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`${code(constraint)} over ${code(listed)}; no unfinished index is left`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Writers of ${code(table)}`,
          detail: words`Every release that runs or may come back, every job and import gives ${code(listed)} in each row, once only: ______`,
          critical: true,
        },
      ],
      questions: [
        ...standingKey(context, table),
        ...openFields(context, { table: fields.table, columns: fields.columns, notNull: fields.notNull }),
      ],
      touches: [],
    };
  },
});
