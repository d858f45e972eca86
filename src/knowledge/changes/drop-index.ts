import { checkStep, defineChange, step } from '#model/change.ts';
import { nameField, namesField, sqlField, yesNoField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { definitionOf } from '../patterns/listed-indexes.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  index: nameField('Index', { essential: true, gives: 'the name in every statement' }),
  definition: sqlField('Its definition, as the database prints it', { gives: 'the way back, word for word' }),
  columns: namesField('Its columns', { hint: 'Where the definition is not at hand', gives: 'the way back' }),
  unique: yesNoField('Is it unique?', { gives: 'whether duplicates close the way back' }),
} as const;

export const dropIndex = defineChange({
  id: 'drop-index',
  title: 'Drop an index',
  group: 'Indexes',
  hint: 'After a whole cycle without use',
  nature: 'destructive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, index] = [context.name('table'), context.name('index')];
    const unique = context.fields['unique'] === 'yes';
    const columns = requiredNames(context, 'columns');
    const known = context.answered('columns')
      ? definitionOf(engine.createIndex({ table, index, columns, unique }))
      : {};
    const definition = context.answered('definition') ? { definition: context.name('definition') } : known;

    return {
      summary: words`Drop the index ${code(index)} of ${code(table)}`,
      strategy: {
        name: words`Prove that nobody uses it, keep its definition, drop it online`,
        why: words`No row is lost, and the definition builds it again; but a build takes its time, so a forgotten user is better found before.`,
        rejected: [
          {
            what: words`Drop it and see`,
            because: words`the way back is a whole build, while the reads that needed it scan ${code(table)}`,
          },
        ],
      },
      before: [
        { kind: 'add-table', table },
        { kind: 'add-object', object: `index ${index}` },
      ],
      copies: [],
      application: { today: needsNothing },
      phases: [
        {
          stage: 'contract',
          title: words`Drop ${code(index)}`,
          why: words`Writes become cheaper; reads that used it become slower at once.`,
          gate: {
            title: words`Is ${code(index)} unused?`,
            criteria: [
              words`its count of uses has not moved for a whole cycle, month-end included, on the primary and on every replica`,
              words`its definition is saved at ______, and the build was measured in the dry run: ______ min`,
              ...(unique ? [words`something else refuses duplicates, or they are allowed from now on: ______`] : []),
            ],
          },
          steps: [
            checkStep(
              words`Count of uses of ${code(index)} on every node, and since when each counts`,
              words`0 since before the last month-end`,
              {
                proves: 'use',
                minutes: { kind: 'assumed', minutes: 5 },
              },
            ),
            step(engine.dropIndex({ table, index, unique, ...definition }), { proves: 'reads' }),
          ],
        },
      ],
      checks: [
        {
          key: 'use',
          title: words`Uses of ${code(index)}`,
          when: 'before',
          stages: ['prepare', 'contract'],
          how: words`On every node: each counts for itself since its own start`,
          ...withStatement(engine.query.indexUse({ table, index })),
          expected: words`0`,
          tolerance: words`none; a constraint or a foreign key that needs it never shows there`,
        },
        {
          key: 'reads',
          title: words`Reads of ${code(table)} after the drop`,
          when: 'after',
          stages: ['contract'],
          how: words`The slowest reads and the share of whole-table reads, for one peak and one nightly run`,
          expected: words`as in the baseline`,
          tolerance: words`p95 within 10 %`,
        },
        ...(unique && context.answered('columns')
          ? [
              {
                key: 'duplicates',
                title: words`Duplicates of ${code(columns.join(', '))}`,
                when: 'after' as const,
                stages: ['contract' as const],
                how: words`Count the values that stand more than once, daily as long as the way back is wanted`,
                ...withStatement(engine.query.countDuplicates({ table, columns })),
                expected: words`0`,
                tolerance: words`none: the first one closes the way back`,
              },
            ]
          : []),
      ],
      checklist: [
        {
          title: words`What stands behind ${code(index)}`,
          detail: words`No constraint, no foreign key and no replication setting needs it: ______`,
          critical: true,
        },
      ],
      questions: openFields(
        context,
        context.answered('definition') ? { table: fields.table, index: fields.index, unique: fields.unique } : fields,
      ),
      touches: [],
    };
  },
});
