import type { PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, hold, step } from '#model/change.ts';
import { choiceField, expressionField, nameField, namesField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { openFields, optionalNames } from '../patterns/open-fields.ts';
import { batchRows, keyQuestion, paceWhy, rowKey } from '../patterns/row-key.ts';
import { bareTable, besideTable } from '../patterns/table-name.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { tidied } from '../patterns/tidied.ts';

const fields = {
  table: nameField('Table', { essential: true, gives: 'the name in every statement' }),
  where: expressionField('Which rows go', {
    essential: true,
    hint: "created_at < date '2023-01-01'",
    gives: 'what each batch deletes, and what is counted before and after',
  }),
  keep: choiceField('Are the rows kept?', {
    options: [
      { id: 'archive', label: 'In an archive table', hint: 'They can be put back' },
      { id: 'none', label: 'No', hint: 'They must go, or nobody wants them' },
    ],
    gives: 'whether there is a way back',
  }),
  archive: nameField('Archive table', { when: { field: 'keep', is: ['archive'] }, gives: 'where the rows go' }),
  children: namesField('Tables whose rows refer to these', {
    gives: 'what else goes with a row, or forbids its going',
  }),
} as const;

export const deleteRows = defineChange({
  id: 'delete-rows',
  title: 'Delete or archive many rows',
  group: 'Rows',
  hint: 'In batches, with or without a copy',
  nature: 'destructive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, where] = [context.name('table'), context.name('where')];
    const key = rowKey(context, table);
    const keeps = context.fields['keep'] !== 'none';
    const atOnce = engine.rowsAtOnce ?? false;
    const archive = context.answered('archive')
      ? context.name('archive')
      : besideTable(table, `${bareTable(table)}_archive`);
    const children = optionalNames(context, 'children');
    const deleted = step(
      engine.deleteRows({ table, key, where, batchSize: batchRows, ...(keeps ? { archive } : {}) }),
      {
        minutes: {
          kind: 'measure',
          what: atOnce
            ? words`minutes of the statement on a copy of ${code(table)}`
            : words`minutes for one batch of ${code(table)}, times the number of batches`,
        },
        proves: 'left',
      },
    );
    const room = tidied(engine, table);
    const prepare: PhaseDraft = {
      stage: 'prepare',
      title: words`Know which rows go, and what goes with them`,
      why: words`A condition that is a little wrong deletes the wrong rows as fast as the right ones.`,
      steps: [
        checkStep(
          words`Count the rows, and read 20 that go and 20 that nearly do`,
          words`the number is written down: ______; ______ has confirmed all 40`,
          { proves: 'affected' },
        ),
        checkStep(
          words`List what a delete on ${code(table)} sets off: cascades, triggers, change capture`,
          words`each has an owner who expects it`,
          { proves: 'dependents' },
        ),
      ],
    };
    const criteria = [
      words`the count equals the one confirmed, within 1 %`,
      words`no running release, job or report reads rows that go`,
      words`rows of other tables that refer to them are dealt with`,
    ];
    const phases: readonly [PhaseDraft, ...PhaseDraft[]] = keeps
      ? [
          prepare,
          {
            stage: 'backfill',
            title: words`Move the rows from ${code(table)} to ${code(archive)}`,
            why: words`${paceWhy(context, 'Each row is in one of the two tables at every moment, and each batch commits on its own.')}`,
            gate: { title: words`Before the first row goes`, criteria },
            steps: [deleted, ...room],
          },
          {
            stage: 'prove',
            title: words`Prove that all are kept and none too many went`,
            why: words`Until then the rows can be put back as they were.`,
            steps: [checkStep(words`Compare the counts and figures`, words`all as expected`, { proves: 'kept' })],
          },
          {
            stage: 'hold',
            title: words`Watch for a day`,
            why: words`Whoever misses a row shows in one peak and one nightly run.`,
            steps: [
              hold(words`Watch readers of ${code(table)}`, words`no complaint and no trigger for 24 h`, {
                kind: 'assumed',
                minutes: 24 * 60,
              }),
            ],
          },
        ]
      : [
          prepare,
          {
            stage: 'contract',
            title: words`Delete the rows from ${code(table)}`,
            why: words`There is no copy: ${atOnce ? 'the statement' : 'every batch that commits'} is final.`,
            gate: {
              title: words`End of the way back for these rows`,
              criteria: [
                ...criteria,
                words`the backup was restored in ______ min and holds the rows; it is kept until ______`,
                words`______ has accepted by name that they do not come back`,
              ],
            },
            steps: [deleted, ...room],
          },
        ];

    return {
      summary: words`${keeps ? words`Move the rows of ${code(table)} where ${code(where)} to ${code(archive)}` : words`Delete the rows of ${code(table)} where ${code(where)}; no copy is kept`}, ${atOnce ? 'in one statement' : 'in batches'}`,
      strategy: {
        name: words`${atOnce ? 'One statement' : 'Batches'} that ${keeps ? (atOnce ? 'copies rows to an archive, then one that deletes what stands there' : 'move rows to an archive') : atOnce ? 'deletes' : 'delete'}`,
        why: atOnce
          ? words`${paceWhy(context, '')}`
          : keeps
            ? words`A batch takes each row away and puts it into ${code(archive)} in one statement, so nothing is between the tables when it stops.`
            : words`Each batch is short and commits on its own: it can stop at any moment, and no lock lasts.`,
        rejected: [
          atOnce
            ? {
                what: words`Batches by the key`,
                because: words`each would write the same blocks again, and take hours for what one statement does in minutes`,
              }
            : {
                what: words`One delete over all rows`,
                because: words`it holds every row until the end, fills the log, and cannot be stopped halfway without undoing all of it`,
              },
          {
            what: words`Emptying the table`,
            because: words`it takes the strongest lock, ignores the condition and cannot be taken back once it is committed`,
          },
          ...(keeps
            ? []
            : [
                {
                  what: words`Moving the rows to an archive`,
                  because: words`the answer was that they are not kept; with an archive there would be a way back`,
                },
              ]),
        ],
      },
      before: tableStands(table),
      copies: [],
      application: { today: needsTable(table) },
      phases,
      checks: [
        dependentsCheck(context, table),
        {
          key: 'affected',
          title: words`Rows that go`,
          when: 'before',
          stages: ['prepare'],
          how: words`Count the rows where ${code(where)}; rows for which the condition is neither true nor false stay`,
          ...withStatement(engine.query.countRows({ table, where })),
          expected: words`______, as confirmed by ______`,
          tolerance: words`1 %`,
        },
        {
          key: 'left',
          title: words`Rows that are left`,
          when: 'during',
          stages: keeps ? ['backfill'] : ['contract'],
          how: words`The same count, after each hour of the run and at its end`,
          ...withStatement(engine.query.countRows({ table, where })),
          expected: words`falling; 0 at the end`,
          tolerance: words`none, but for rows that became old meanwhile`,
        },
        {
          key: 'others',
          title: words`Rows that stay`,
          when: 'after',
          stages: keeps ? ['prove'] : ['contract'],
          how: words`Rows of ${code(table)} in all, before minus deleted; sums of two figures over the rows that stay`,
          ...withStatement(engine.query.countRows({ table })),
          expected: words`as computed, but for what was written since`,
          tolerance: words`none`,
        },
        ...(keeps
          ? [
              {
                key: 'kept',
                title: words`The archive holds what went`,
                when: 'after' as const,
                stages: ['prove' as const],
                how: words`Rows in ${code(archive)} against the rows that the batches report; a checksum of 1,000 of them against the backup`,
                ...withStatement(engine.query.countRows({ table: archive })),
                expected: words`equal`,
                tolerance: words`none`,
              },
            ]
          : []),
        {
          key: 'smoke',
          title: words`The application without the rows`,
          when: 'after',
          stages: keeps ? ['prove', 'hold'] : ['contract'],
          how: words`Lists, searches, reports and one nightly run that used to meet them`,
          expected: words`no error, no empty page that was not meant`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Rows that refer to these`,
          detail:
            children.length > 0
              ? words`${children.join(', ')}: a cascade takes their rows too, and the archive does not hold them. They are archived first, or stay: ______`
              : words`Tables with references to ${code(table)} are listed; a cascade would take their rows too, and the archive would not hold them: ______`,
          critical: true,
        },
        {
          title: words`Who is told of a delete`,
          detail: words`Change capture, search and caches would remove their copies as well: wanted or not, as ______ says`,
          critical: true,
        },
        {
          title: words`Room`,
          detail: words`Deletes make the table no smaller; log and, with an archive, a second copy of the rows need ______ GB on every node`,
          critical: false,
        },
      ],
      questions: [...openFields(context, fields), ...keyQuestion(context, table)],
      touches: [table],
    };
  },
});
