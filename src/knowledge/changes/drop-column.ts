import type { StepDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold, step } from '#model/change.ts';
import { expressionField, nameField, yesNoField } from '#model/fields.ts';
import type { Needs } from '#model/release.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { requiredOf, tableField } from '../patterns/column-fields.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { allowsNull } from '../patterns/fill-before-undo.ts';
import { leavingNotes } from '../patterns/ignore-notes.ts';
import { definitionOf, listedIndexes } from '../patterns/listed-indexes.ts';
import { openFields } from '../patterns/open-fields.ts';
import { keyQuestion, rowKey } from '../patterns/row-key.ts';
import { givenBy, readsAndGives, standing } from '../patterns/standing-column.ts';
import { bareTable } from '../patterns/table-name.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { undoInstead } from '../patterns/with-undo.ts';

const fields = {
  table: tableField,
  column: nameField('Column to drop', { essential: true, gives: 'the name in every statement' }),
  notNull: yesNoField('Is it NOT NULL?', {
    gives: 'whether NOT NULL goes before the release that no longer writes it',
  }),
  default: expressionField('Its default', {
    hint: 'As the database prints it; blank when there is none',
    blank: 'none',
    gives: 'whether inserts that leave it out work without more',
  }),
  fill: expressionField('On the way back, what do rows get that were written without it?', {
    when: { field: 'notNull', is: ['yes'] },
    placeholder: "'unknown'",
    gives: 'the value with which NOT NULL comes back',
  }),
  indexes: expressionField('Indexes on it', {
    hint: 'Names; columns in brackets where an index has several',
    gives: 'one online drop for each, before the column',
  }),
} as const;

export const dropColumn = defineChange({
  id: 'drop-column',
  title: 'Drop a column',
  group: 'Columns',
  hint: 'Nothing needs it any more',
  nature: 'destructive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column] = [context.name('table'), context.name('column')];
    const name = columnName(table, column);
    const file = `${bareTable(table)}_${column}.csv`;
    const required = requiredOf(context);
    const defaulted = context.answered('default');
    const indexes = listedIndexes(context.fields['indexes'] ?? '', column);
    const nullable = allowsNull(context, { table, column, fill: context.name('fill') });

    const relax: readonly StepDraft[] =
      required === 'no' || defaulted
        ? []
        : [
            step(
              required === 'yes'
                ? nullable
                : undoInstead(nullable, {
                    kind: 'unneeded',
                    because: words`a release that writes ${code(name)} always gives a value`,
                  }),
              { does: words`Let ${code(name)} be NULL, so that rows can be written without it` },
            ),
          ];
    const without: Needs = {
      ...readsAndGives(table, column, 'never'),
      ignores: context.stack.remembersColumns ? [name] : [],
    };

    return {
      summary: words`Drop ${code(name)}: first no release reads or writes it, then it is exported, then it goes`,
      strategy: {
        name: words`Out of the code first, out of the database last`,
        why: words`While the column is only unused, everything can be taken back by a deploy; a forgotten reader is found before the values are gone.`,
        rejected: [
          {
            what: words`Drop ${code(column)} together with the release that stops using it`,
            because: words`instances of the release before still name it during the deploy, and the way back finds no column`,
          },
          {
            what: words`Drop it with everything that hangs on it`,
            because: words`views and constraints that nobody thought of would go silently`,
          },
        ],
      },
      before: [
        ...standing(table, column, { nullable: required !== 'yes', hasDefault: defaulted }),
        ...indexes.map(({ index }): Delta => ({ kind: 'add-object', object: `index ${index}` })),
      ],
      copies: [],
      application: {
        today: readsAndGives(table, column, givenBy(context, defaulted)),
        retire: without,
      },
      phases: [
        {
          stage: 'retire',
          title: words`A release without ${code(name)}`,
          why: words`As long as one release names the column, its drop is an outage.`,
          steps: [
            ...relax,
            deploy(words`it neither reads nor writes ${code(name)}`),
            checkStep(
              words`Statements that name ${code(column)} have stopped on every node`,
              words`none in 5 min; the hold proves the cycle`,
              {
                proves: 'idle',
                minutes: { kind: 'assumed', minutes: 5 },
              },
            ),
          ],
        },
        {
          stage: 'retire',
          title: words`Leave ${code(name)} unused`,
          why: words`A forgotten reader still finds it, and its owner is found in the meantime.`,
          steps: [
            hold(
              words`7 days without ${code(name)}, one run of every nightly and weekly job among them`,
              words`no statement names it and no owner objects`,
              { kind: 'assumed', minutes: 7 * 24 * 60 },
            ),
            step(engine.exportColumn({ table, key: rowKey(context, table), column, file }), { proves: 'export' }),
          ],
        },
        {
          stage: 'contract',
          title: words`Drop ${code(name)}`,
          why: words`It has been unused for two weeks. A change of its own, not in one window with the release.`,
          notBeforeDays: 14,
          gate: {
            title: words`Drop of ${code(name)}`,
            criteria: [
              words`no statement has named ${code(name)} for 14 days on any node, month-end included`,
              words`${code(file)} was read back, its row count was the table’s at that moment, and it is kept at ______ until ______`,
              words`no instance of a release that names it can start any more`,
            ],
          },
          steps: [
            ...indexes.map(({ index, columns, unique }) =>
              step(
                engine.dropIndex({
                  table,
                  index,
                  unique,
                  ...definitionOf(engine.createIndex({ table, index, columns, unique })),
                }),
              ),
            ),
            step(engine.dropColumn({ table, column }), { proves: 'after' }),
          ],
        },
      ],
      checks: [
        dependentsCheck(context, table, column),
        {
          key: 'shape',
          title: words`Shape of ${code(table)}`,
          when: 'during',
          stages: ['prepare', 'retire', 'contract'],
          how: words`Describe it on every node; default, NOT NULL, checks, foreign keys, indexes, grants and comment of ${code(column)} are saved with the definition`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`at the end: as before but for ${code(column)}`,
          tolerance: words`none`,
        },
        {
          key: 'idle',
          title: words`${code(name)} is idle`,
          when: 'during',
          stages: ['retire', 'contract'],
          how: words`Statements that name ${code(column)} or take every column of ${code(table)}, on every node since the deploy, our own checks left out; owners of jobs and reports sign`,
          ...withStatement(engine.query.columnUse({ table, column })),
          expected: words`0`,
          tolerance: words`none`,
        },
        {
          key: 'export',
          title: words`The export holds every value`,
          when: 'during',
          stages: [],
          how: words`Count the rows, load ${code(file)} into an empty copy, compare count and checksum of ${code(column)}`,
          ...withStatement(engine.query.countRows({ table })),
          expected: words`equal`,
          tolerance: words`none`,
        },
        {
          key: 'after',
          title: words`Errors after the drop`,
          when: 'after',
          stages: ['contract'],
          how: words`Error rate of the application and of every job, for one nightly run; search the logs for ${code(column)}`,
          expected: words`as in the baseline`,
          tolerance: words`none that names ${code(name)}`,
        },
      ],
      checklist: [
        {
          title: words`Users of ${code(name)}`,
          detail: words`Services, jobs, loads, reports, change capture and people’s own queries, each with an owner and a date: ______`,
          critical: true,
        },
        {
          title: words`Keeping the values`,
          detail: words`How long they must be kept, who says so, and where the file lies: ______`,
          critical: true,
        },
      ],
      questions: [...keyQuestion(context, table), ...openFields(context, fields)],
      touches: [name],
      releaseNotes: {
        retire: [
          words`Names ${code(column)} nowhere: models, raw statements, jobs, reports, fixtures of the health check.`,
          ...leavingNotes(context, table, [column]),
        ],
      },
    };
  },
});
