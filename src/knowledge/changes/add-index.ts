import { defineChange } from '#model/change.ts';
import { expressionField, nameField, namesField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { tableField } from '../patterns/column-fields.ts';
import { indexChecks, onlineIndex } from '../patterns/online-index.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { lacking } from '../patterns/lacking.ts';

const fields = {
  table: tableField,
  index: nameField('Index', { essential: true, gives: 'the name in every statement' }),
  columns: namesField('Columns', {
    essential: true,
    hint: 'In order: status, placed_on',
    gives: 'what it is built over',
  }),
  where: expressionField('Only for rows where', { hint: 'Blank for all rows', gives: 'a partial index' }),
  method: nameField('Method', { hint: 'Blank for the usual one', gives: 'the kind of index' }),
} as const;

export const addIndex = defineChange({
  id: 'add-index',
  title: 'Add an index',
  group: 'Indexes',
  hint: 'Built while reads and writes go on',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, index] = [context.name('table'), context.name('index')];
    const columns = requiredNames(context, 'columns');
    const online = engine.can('onlineIndexBuild');
    const built = engine.createIndex({
      table,
      index,
      columns,
      unique: false,
      ...answeredAs(context, 'where', 'where'),
      ...answeredAs(context, 'method', 'method'),
    });

    return {
      summary: words`Build the index ${code(index)} on ${code(table)} (${code(columns.join(', '))})`,
      strategy: {
        name: online ? words`Build it online` : words`Build it in the window`,
        why: online
          ? words`Reads and writes of ${code(table)} go on during the build; nothing depends on it, so it can go at any moment.`
          : words`A build while writes go on is ${lacking(context, 'onlineIndexBuild')}, so the plan expects that they wait.`,
        rejected: [
          online
            ? {
                what: words`The plain build`,
                because: words`writes to ${code(table)} would wait until it is done`,
              }
            : {
                what: words`A build while writes go on`,
                because: words`it is ${lacking(context, 'onlineIndexBuild')}`,
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
          why: words`Readers gain, nothing depends on it yet.`,
          steps: onlineIndex(built, index),
        },
      ],
      checks: indexChecks(context, { table, index, columns }),
      checklist: [],
      questions: openFields(context, { table: fields.table, index: fields.index, columns: fields.columns }),
      touches: [],
    };
  },
});
