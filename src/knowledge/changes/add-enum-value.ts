import { checkStep, defineChange, deploy, hold, step } from '#model/change.ts';
import { expressionField, nameField } from '#model/fields.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { capabilityQuestion } from '../patterns/capability-question.ts';
import { openFields } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { undoInstead } from '../patterns/with-undo.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  type: nameField('Type', { essential: true, hint: 'order_status', gives: 'the name in every statement' }),
  value: nameField('New value', { essential: true, gives: 'the value in every statement' }),
  after: nameField('After which value?', { hint: 'Blank: at the end', blank: 'at the end', gives: 'where it sorts' }),
  table: nameField('Table that will hold it', { gives: 'where rows with the value are counted' }),
  where: expressionField('Which rows hold it?', {
    hint: "status = 'on_hold'",
    gives: 'the count that says whether older releases may come back',
  }),
} as const;

export const addEnumValue = defineChange({
  id: 'add-enum-value',
  title: 'Add a value to an enumerated type',
  group: 'Types and code',
  hint: 'Every release must know it before anyone writes it',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [type, value, table] = [context.name('type'), context.name('value'), context.name('table')];
    const flag = `write_${value}`;
    const added: Outcome = undoInstead(engine.addEnumValue({ type, value, ...answeredAs(context, 'after', 'after') }), {
      kind: 'unneeded',
      because: words`the value stays in ${code(type)}: it cannot be taken out again in place, and as long as no row holds it nobody meets it`,
    });

    return {
      summary: words`Add ${code(value)} to ${code(type)}; releases learn to read it, then a flag lets them write it`,
      strategy: {
        name: words`Add it, teach every reader, then write it by a flag`,
        why: words`A release that does not know ${code(value)} fails on the first row that holds it, so the first such row is written when no such release can run any more.`,
        rejected: [
          {
            what: words`Add it and write it with one release`,
            because: words`during the deploy older instances read rows that newer ones wrote, and on the way back the older release meets them all`,
          },
          {
            what: words`A second type with the value`,
            because: words`it moves every row of every column of the type to gain a way back that nobody needs while no row holds the value`,
          },
        ],
      },
      before: [],
      copies: [],
      application: { today: needsNothing, 'write-both': needsNothing },
      phases: [
        {
          stage: 'expand',
          title: words`Add ${code(value)} to ${code(type)}`,
          why: words`No row holds it and nobody writes it: the type may keep it for ever.`,
          gate: {
            title: words`The value cannot be taken out again`,
            criteria: [
              words`spelling and place of ${code(value)} were confirmed by ______`,
              words`it is agreed that it stays in ${code(type)} whatever happens`,
            ],
          },
          steps: [step(added, { proves: 'listed' })],
        },
        {
          stage: 'write-both',
          title: words`Every reader knows ${code(value)}`,
          why: words`Releases, jobs, reports and copies must take it before the first row holds it.`,
          steps: [
            deploy(words`it reads ${code(value)} everywhere and writes it only with ${code(flag)}, off by default`),
            checkStep(
              words`On a copy with rows that hold ${code(value)}: run the release, every job, report and load`,
              words`each takes the value`,
              { proves: 'readers' },
            ),
          ],
        },
        {
          stage: 'switch',
          title: words`Begin to write ${code(value)}`,
          why: words`From the first row on, a release that does not know the value must not come back while a row holds it.`,
          gate: {
            title: words`Before the first row holds ${code(value)}`,
            criteria: [
              words`no instance and no client of a release before this one runs or can start, phones and jobs included`,
              words`the rule is written down by which rows with ${code(value)} get another value, if an older release must come back: ______`,
            ],
          },
          steps: [{ flag, shares: [5, 50, 100], does: words`Write ${code(value)}` }],
        },
        {
          stage: 'hold',
          title: words`Hold a day at 100 %`,
          why: words`The peak and the nightly jobs meet the value for the first time.`,
          steps: [
            hold(
              words`Watch readers of ${code(type)}`,
              words`no error names ${code(value)} for 24 h, one nightly run included`,
              {
                kind: 'assumed',
                minutes: 24 * 60,
              },
            ),
          ],
        },
      ],
      checks: [
        {
          key: 'users',
          title: words`Who reads ${code(type)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Columns, functions and views of the type; releases, clients, jobs, reports and copies that list its values`,
          ...withStatement(context.answered('table') ? engine.query.dependents({ table }) : undefined),
          expected: words`a list with an owner for each`,
          tolerance: words`no entry without an answer`,
        },
        {
          key: 'listed',
          title: words`Values of ${code(type)}`,
          when: 'after',
          stages: ['expand'],
          how: words`List the values in their order, on every node; change capture and logical copies know ${code(value)} too`,
          expected: words`the old values in their old order, and ${code(value)} in its place`,
          tolerance: words`none`,
        },
        {
          key: 'readers',
          title: words`Unknown values`,
          when: 'during',
          stages: ['write-both', 'switch', 'hold'],
          how: words`Errors that name ${code(value)} or an unknown value, in logs of releases, jobs and clients`,
          expected: words`0`,
          tolerance: words`none`,
        },
        {
          key: 'rows',
          title: words`Rows that hold ${code(value)}`,
          when: 'during',
          stages: ['expand', 'write-both', 'switch', 'hold'],
          how: words`Count them: 0 until the switch; from then on it says how many rows an older release would fail on`,
          ...withStatement(
            context.answered('table') && context.answered('where')
              ? engine.query.countRows({ table, where: context.name('where') })
              : undefined,
          ),
          expected: words`0 before the switch`,
          tolerance: words`none before the switch`,
        },
      ],
      checklist: [
        {
          title: words`Order and spelling`,
          detail: words`${code(value)} sorts where it is put, and lists that rely on the order are known: ______`,
          critical: false,
        },
        {
          title: words`Way back after the first row`,
          detail: words`Flag off stops new rows; rows that hold ${code(value)} stay. Before a release that does not know it comes back, they get another value, and which rows those were is kept: ______`,
          critical: true,
        },
      ],
      questions: [...capabilityQuestion(context, 'enumTypes'), ...openFields(context, fields)],
      touches: context.answered('table') ? [table] : [],
      releaseNotes: {
        'write-both': [
          words`Reads ${code(value)} without an error wherever ${code(type)} is read, also where a list of values is spelled out; writes it only while ${code(flag)} is on.`,
        ],
      },
    };
  },
});
