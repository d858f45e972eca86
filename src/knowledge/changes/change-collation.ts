import type { PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold, step } from '#model/change.ts';
import { nameField, typeField } from '#model/fields.ts';
import type { Part } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { tableField } from '../patterns/column-fields.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { openFields } from '../patterns/open-fields.ts';
import { bareTable } from '../patterns/table-name.ts';
import { columnStands, needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  to: nameField('New collation', { essential: true, gives: 'the order in every statement' }),
  from: nameField('Collation today', { gives: 'the way back' }),
  type: typeField('Type of the column', { gives: 'the statement that changes it in place' }),
} as const;

export const changeCollation = defineChange({
  id: 'change-collation',
  title: 'Change how text is compared and sorted',
  group: 'Columns',
  hint: 'Another collation for a column',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column, to] = [context.name('table'), context.name('column'), context.name('to')];
    const name = columnName(table, column);
    const index = `${bareTable(table)}_${column}_${to.toLowerCase().replaceAll(/\W+/g, '_')}_idx`;
    const inPlace = context.mayBlock(table);

    const prepare: PhaseDraft = {
      stage: 'prepare',
      title: words`What becomes equal, what becomes different`,
      why: words`Two values that differ today may be the same under ${code(to)}: a unique key then fails, and joins find other rows.`,
      steps: [
        checkStep(
          words`On a restored copy: group ${code(name)} under ${code(to)}, and list values that fall together or apart`,
          words`each such pair has a decision, by ______`,
          { proves: 'clashes' },
        ),
        checkStep(
          words`List unique keys, foreign keys, joins, partitions and indexes over ${code(name)}`,
          words`each is meant to change, or is named with its old order`,
          { proves: 'dependents' },
        ),
      ],
    };
    const watch: PhaseDraft = {
      stage: 'hold',
      title: words`Watch for a day`,
      why: words`Lists in another order and searches that find more or less show to people first.`,
      steps: [
        hold(words`Watch what sorts or compares ${code(name)}`, words`no trigger and no complaint for 24 h`, {
          kind: 'assumed',
          minutes: 24 * 60,
        }),
      ],
    };
    const direct: Part['phases'] = [
      prepare,
      {
        stage: 'expand',
        title: words`Change the collation of ${code(name)}`,
        why: words`Its indexes are built anew while the table waits, which the table’s size or the window allows.`,
        gate: {
          title: words`Before the order changes`,
          criteria: [
            words`no value breaks a unique key under ${code(to)}`,
            words`the rehearsal took ______ min, well within the window`,
          ],
        },
        steps: [
          step(
            engine.changeCollation({
              table,
              column,
              type: context.name('type'),
              to,
              ...answeredAs(context, 'from', 'from'),
            }),
            {
              minutes: { kind: 'measure', what: words`minutes of this statement on the restored copy` },
              proves: 'shape',
            },
          ),
        ],
      },
      watch,
    ];
    const beside: Part['phases'] = [
      prepare,
      {
        stage: 'expand',
        title: words`An index in the new order`,
        why: words`Statements that name ${code(to)} need it to be fast; the others do not see it.`,
        steps: [
          step(engine.createIndex({ table, index, columns: [column], unique: false, collation: to }), {
            proves: 'shape',
          }),
        ],
      },
      {
        stage: 'write-both',
        title: words`Statements name the new order`,
        why: words`Only the statements that are meant to change do, and the release before still has its own order and index.`,
        steps: [deploy(words`its statements on ${code(name)} name the collation ${code(to)}`)],
      },
      watch,
    ];

    return {
      summary: inPlace
        ? words`Change the collation of ${code(name)} to ${code(to)} in place`
        : words`Compare and sort ${code(name)} by ${code(to)}: an index in the new order, then statements that name it; the column keeps its own`,
      strategy: inPlace
        ? {
            name: words`In place`,
            why: words`The table may wait for as long as its indexes take to be built anew.`,
            rejected: [
              {
                what: words`An index in the new order, and statements that name it`,
                because: words`it spares the wait, which is allowed here, and leaves a column with one order and statements with another`,
              },
            ],
          }
        : {
            name: words`An index in the new order, named by the statements`,
            why: words`No statement waits, and the release before keeps the order that it knows.`,
            rejected: [
              {
                what: words`Change the column in place`,
                because: words`every index on ${code(name)} may be built anew while nobody can read or write ${code(table)}`,
              },
              {
                what: words`A second column with the new order`,
                because: words`it is the way when the column itself must have it (a unique key, a foreign key); then plan it as a replaced column`,
              },
            ],
          },
      before: [...tableStands(table), columnStands(table, column)],
      copies: [],
      application: { today: needsTable(table), ...(inPlace ? {} : { 'write-both': needsTable(table) }) },
      phases: inPlace ? direct : beside,
      checks: [
        dependentsCheck(context, table, column),
        {
          key: 'clashes',
          title: words`Values that fall together`,
          when: 'before',
          stages: ['prepare'],
          how: words`On the copy, with ${code(to)} on the column: duplicates in each unique key that contains ${code(column)}`,
          ...withStatement(engine.query.countDuplicates({ table, columns: [column] })),
          expected: words`0 in unique keys; elsewhere a list with a decision`,
          tolerance: words`none`,
        },
        {
          key: 'shape',
          title: words`Order of the column and its indexes`,
          when: 'after',
          stages: ['expand'],
          how: words`Describe ${code(table)}: collation of ${code(column)} and of each index over it`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`as planned, on every node`,
          tolerance: words`none`,
        },
        {
          key: 'answers',
          title: words`Answers that depend on the order`,
          when: 'after',
          stages: inPlace ? ['expand', 'hold'] : ['write-both', 'hold'],
          how: words`Ten lists and ten searches over ${code(name)}, before and after: rows and order; the indexes they use`,
          expected: words`they differ only as decided; p95 within 10 %`,
          tolerance: words`10 % of time, no other difference`,
        },
      ],
      checklist: [
        {
          title: words`The same order everywhere`,
          detail: words`Replicas, the restored copy and the machine that sorts in the application have ${code(to)} in the same version of the sorting library: ______`,
          critical: true,
        },
        {
          title: words`Joins`,
          detail: words`Columns that ${code(name)} is compared with have which collation, and what becomes of each: ______`,
          critical: true,
        },
        {
          title: words`What the way back cannot hold`,
          detail: words`Values that are written under ${code(to)} and clash under the old order are found before going back: ______`,
          critical: true,
        },
      ],
      questions: openFields(context, inPlace ? fields : { ...fields, type: { ...fields.type, gives: '' } }),
      touches: [name],
      ...(inPlace
        ? {}
        : {
            releaseNotes: {
              'write-both': [
                words`Names ${code(to)} where ${code(name)} is sorted, grouped or compared; index and statement must name the same.`,
              ],
            },
          }),
    };
  },
});
