import { defineChange, step } from '#model/change.ts';
import { choiceField, expressionField, nameField, typeField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { addedChecks, todayWithout } from '../patterns/column-to-add.ts';
import { withOwnUndo } from '../patterns/column-added.ts';
import { openFields } from '../patterns/open-fields.ts';
import { rowKey } from '../patterns/row-key.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('New column', { essential: true, gives: 'the name in every statement' }),
  type: typeField('Type', { essential: true, gives: 'the statement that adds it' }),
  expression: expressionField('How is it computed?', {
    essential: true,
    hint: 'From other columns of the row',
    placeholder: 'price * quantity',
    gives: 'the statement, and the check of its values',
  }),
  kept: choiceField('Is the value stored?', {
    options: [
      { id: 'virtual', label: 'No, computed when it is read' },
      { id: 'stored', label: 'Yes, in every row' },
    ],
    gives: 'whether the whole table is written anew',
  }),
} as const;

export const addGeneratedColumn = defineChange({
  id: 'add-generated-column',
  title: 'Add a generated column',
  group: 'Columns',
  hint: 'Computed by the database',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column, type, expression] = [
      context.name('table'),
      context.name('column'),
      context.name('type'),
      context.name('expression'),
    ];
    const name = columnName(table, column);
    const virtual = engine.can('virtualGeneratedColumn');
    const stored = context.fields['kept'] === 'stored' || (context.fields['kept'] !== 'virtual' && !virtual);
    const rewrites = stored && !context.mayBlock(table);
    const adding = { table, column, type, notNull: false, used: false };
    const outcome = withOwnUndo(context, engine.addGeneratedColumn({ table, column, type, expression, stored }), {
      table,
      column,
      written: false,
    });

    return {
      summary: words`Add ${code(name)}, computed by the database as ${code(expression)}${stored ? ' and stored in every row' : ' when it is read'}`,
      strategy: {
        name: stored
          ? words`Add it stored, in a window that was measured`
          : words`Add it virtual, in one short statement`,
        why: stored
          ? words`The database computes every row at once, so it can never differ; the price is that ${code(table)} may be written anew while nobody can use it.`
          : words`Nothing is stored, so no row is touched and nothing can fall out of step.`,
        rejected: [
          stored
            ? {
                what: words`Computed when it is read`,
                because: virtual
                  ? words`it was asked for stored; where reads can bear the computing, it is the gentler way`
                  : words`it is not known that ${engine.name} adds one without writing the table anew, in the version at hand`,
              }
            : {
                what: words`Stored in every row`,
                because: words`the whole table may be written anew under the strongest lock`,
              },
          {
            what: words`A plain column that the application computes, filled in batches`,
            because: words`it needs no window, but every writer must keep it right; choose it, as “Add a column”, where the table cannot stand still`,
          },
        ],
      },
      before: [{ kind: 'add-table', table }],
      copies: [],
      application: { today: todayWithout(context, adding, false) },
      phases: [
        {
          stage: 'expand',
          title: words`Add ${code(name)}`,
          why: words`Nobody reads it yet, and no release may write it.`,
          ...(rewrites
            ? {
                gate: {
                  title: words`May ${code(table)} stand still?`,
                  criteria: [
                    words`the statement took ______ min on a copy of production’s size, and reads and writes of ${code(table)} may wait that long: agreed by ______`,
                    words`free disk for a second copy of ${code(table)} with its indexes, on every node`,
                  ],
                },
              }
            : {}),
          steps: [
            step(outcome, {
              proves: 'shape',
              ...(stored
                ? {
                    minutes: {
                      kind: 'measure' as const,
                      what: words`adding ${code(name)} to a copy of production’s size`,
                    },
                  }
                : {}),
            }),
          ],
        },
      ],
      checks: [
        ...addedChecks(context, adding).filter(({ key }) => key === 'shape'),
        {
          key: 'writes',
          title: words`The running release still writes ${code(table)}`,
          when: 'after',
          stages: ['expand'],
          how: words`Insert, change and read a row through the application, also in an instance that is started after the step`,
          expected: words`each works; no writer names ${code(column)}`,
          tolerance: words`none`,
        },
        {
          key: 'values',
          title: words`Values of ${code(name)}`,
          when: 'after',
          stages: ['expand'],
          how: words`Compare it with ${code(expression)} over all rows, in ranges`,
          ...withStatement(
            engine.query.countDifferences({
              table,
              key: rowKey(context, table),
              left: column,
              right: expression,
              ranged: true,
            }),
          ),
          expected: words`0`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Writers that name every column`,
          detail: words`Loads, replication and frameworks that send all columns would be refused: each is checked against ${code(name)}: ______`,
          critical: true,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
    };
  },
});
