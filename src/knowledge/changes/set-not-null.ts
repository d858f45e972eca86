import type { PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, step } from '#model/change.ts';
import { expressionField, nameField, typeField, yesNoField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { tableField } from '../patterns/column-fields.ts';
import { holdsUp } from '../patterns/holds-up.ts';
import { openFields } from '../patterns/open-fields.ts';
import { batchRows, keyQuestion, rowKey, rowsOfBatch } from '../patterns/row-key.ts';
import { givenBy, readsAndGives, standing } from '../patterns/standing-column.ts';
import { bareTable, besideTable } from '../patterns/table-name.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { tidied } from '../patterns/tidied.ts';

const fields = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  writers: yesNoField('Does every release, job and import always give it a value?', {
    essential: true,
    gives: 'whether a release that does so comes first',
  }),
  fill: expressionField('What do rows get that hold NULL?', {
    hint: 'Blank when there are none',
    blank: 'there are none',
    gives: 'the batches that fill them, and the table that keeps which they were',
  }),
  default: expressionField('Its default', {
    hint: 'Blank when there is none',
    blank: 'none',
    gives: 'whether inserts may leave it out',
  }),
  type: typeField('Its type', {
    when: { field: 'writers', is: ['yes', 'no'] },
    gives: 'the table that keeps which rows held NULL',
  }),
} as const;

export const setNotNull = defineChange({
  id: 'set-not-null',
  title: 'Set NOT NULL',
  group: 'Columns',
  hint: 'Every row must have a value',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column] = [context.name('table'), context.name('column')];
    const name = columnName(table, column);
    const defaulted = context.answered('default');
    const always = context.fields['writers'] === 'yes';
    const fills = context.answered('fill');
    const kept = besideTable(table, `${bareTable(table)}_${column}_before`);
    const given = givenBy(context, defaulted);
    const proves = engine.can('notNullFromProof');
    const set = engine.setNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` });
    const reads = proves
      ? words`The proof reads every row while reads and writes go on; the setting itself then reads none.`
      : holdsUp(set)
        ? words`The setting reads or writes every row at once, and one NULL makes it fail: the rows must be right before, and the dry run says how long others wait.`
        : words`The setting reads every row while reads and writes go on, and one NULL makes it fail: the rows must be right before.`;
    const required = step(set, { proves: 'shape' });
    const count = checkStep(
      words`Count rows of ${code(table)} without ${code(column)}, twice, a day apart`,
      words`0 both times`,
      {
        proves: 'nulls',
      },
    );

    const writing: readonly PhaseDraft[] = always
      ? []
      : [
          {
            stage: 'write-both',
            title: words`Give ${code(name)} a value in every write`,
            why: words`Only when every writer does can the last NULL be filled for good.`,
            steps: [deploy(words`it gives ${code(name)} a value in every row it writes`)],
          },
        ];
    const filling: readonly PhaseDraft[] = fills
      ? [
          {
            stage: 'backfill',
            title: words`Fill the rows without ${code(column)}`,
            why: words`${engine.rowsAtOnce ? 'In one statement' : `In batches of ${rowsOfBatch(context)}`}; ${code(kept)} keeps which rows held NULL.`,
            steps: [
              step(
                engine.backfill({
                  table,
                  key: rowKey(context, table),
                  column,
                  expression: context.name('fill'),
                  onlyEmpty: true,
                  batchSize: batchRows,
                  keepIn: kept,
                  ...answeredAs(context, 'type', 'columnType'),
                }),
                { proves: 'nulls' },
              ),
              ...tidied(engine, table),
            ],
          },
        ]
      : [];
    const proving: readonly [PhaseDraft, ...PhaseDraft[]] = always
      ? [
          {
            stage: 'prove',
            title: proves ? words`Prove and set NOT NULL on ${code(name)}` : words`Set NOT NULL on ${code(name)}`,
            why: reads,
            steps: [count, required],
          },
        ]
      : [
          {
            stage: 'prove',
            title: words`No writer leaves ${code(column)} out`,
            why: words`A writer that is found now costs a row; found after NOT NULL it costs an outage.`,
            steps: [count],
          },
          {
            stage: 'retire',
            title: proves ? words`Prove and set NOT NULL on ${code(name)}` : words`Set NOT NULL on ${code(name)}`,
            why: words`From here on a release that leaves it out cannot insert: it comes back only after NOT NULL is gone.`,
            gate: {
              title: words`End of the release that may leave ${code(name)} out`,
              criteria: [
                words`0 rows without it for a day`,
                words`every instance, job and import gives it; none older starts any more`,
              ],
            },
            steps: [required],
          },
        ];
    const [first, ...rest] = [...writing, ...filling, ...proving];

    return {
      summary: words`${code(name)} becomes NOT NULL${fills ? words`; rows without a value get ${code(context.name('fill'))}` : ''}`,
      strategy: {
        name: proves
          ? words`Write it everywhere, fill what is empty, prove it, then set it`
          : words`Write it everywhere, fill what is empty, count, then set it`,
        why: proves
          ? words`Each step can be taken back alone, and no statement reads ${code(table)} while others wait for it.`
          : words`Each step can be taken back alone, and rows are right before the one statement for which others wait.`,
        rejected: [
          {
            what: proves
              ? words`Set NOT NULL in one statement`
              : words`Set NOT NULL before every writer and row is right`,
            because: proves
              ? words`it reads every row under the strongest lock, and one writer that leaves ${code(column)} out fails from then on`
              : words`others wait for it only to see it fail at the first NULL, and one writer that leaves ${code(column)} out fails from then on`,
          },
        ],
      },
      before: standing(table, column, { nullable: true, hasDefault: defaulted }),
      copies: [],
      application: {
        today: readsAndGives(table, column, always || given === 'itself' ? 'always' : 'sometimes'),
        ...(always ? {} : { 'write-both': readsAndGives(table, column, 'always') }),
      },
      phases: [
        ...(first ? [first, ...rest] : proving),
        ...(fills
          ? [
              {
                stage: 'contract' as const,
                title: words`Drop ${code(kept)}`,
                why: words`Nobody has asked which rows held NULL.`,
                notBeforeDays: 14,
                gate: {
                  title: words`End of the way back to NULL in ${code(name)}`,
                  criteria: [
                    words`nobody has asked for it for 14 days, month-end included; or an export is kept at ______ until ______`,
                  ],
                },
                steps: [step(engine.dropTable({ table: kept }))],
              },
            ]
          : []),
      ] as [PhaseDraft, ...PhaseDraft[]],
      checks: [
        {
          key: 'nulls',
          title: words`Rows without ${code(name)}`,
          when: 'before',
          stages: ['prepare', 'backfill', 'prove'],
          how: words`Count the ${engine.terms.row}s in which it is ${engine.terms.empty}`,
          ...withStatement(engine.query.countNulls({ table, column })),
          expected: words`before: written down, ______; before the proof: 0`,
          tolerance: words`none before the proof`,
        },
        {
          key: 'writes',
          title: words`No writer leaves ${code(column)} out`,
          when: 'after',
          stages: ['prove', 'retire'],
          how: words`Errors that name ${code(column)} in the application and every job, for one nightly run; an insert without it on a copy`,
          expected: words`0 errors`,
          tolerance: words`none: NOT NULL goes until that writer is mended`,
        },
        ...(fills
          ? [
              {
                key: 'meaning',
                title: words`Filled values are right`,
                when: 'during' as const,
                stages: ['backfill' as const],
                how: words`Rows in ${code(kept)} against the number written down; 20 of them read by someone who knows the data`,
                ...withStatement(engine.query.countRows({ table: kept })),
                expected: words`equal, and each value is right`,
                tolerance: words`none`,
              },
            ]
          : []),
        {
          key: 'shape',
          title: words`Shape of ${code(table)}`,
          when: 'after',
          stages: ['prepare', 'prove', 'retire'],
          how: words`Describe it on every node, before and after`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`as before, and ${code(column)} NOT NULL${proves ? '; no proof is left over' : ''}`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Writers of ${code(table)}`,
          detail: words`Services, jobs, imports, consoles and scripts that insert or update rows, each with the release in which it always gives ${code(column)}: ______`,
          critical: true,
        },
        {
          title: words`Readers that look for NULL`,
          detail: words`Code and reports that ask whether ${code(column)} is NULL mean something by it: what takes its place, ______`,
          critical: fills,
        },
      ],
      questions: [
        ...(fills ? keyQuestion(context, table) : []),
        ...openFields(context, { ...fields, type: { ...fields.type, gives: fills ? fields.type.gives : '' } }),
      ],
      touches: [name],
      ...(always
        ? {}
        : {
            releaseNotes: {
              'write-both': [words`Gives ${code(name)} a value in every insert and never sets it to NULL.`],
            },
          }),
    };
  },
});
