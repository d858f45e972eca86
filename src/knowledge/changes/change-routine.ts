import { checkStep, defineChange, hold, step } from '#model/change.ts';
import { choiceField, nameField, sqlField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { openFields } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  kind: choiceField('What is it?', {
    essential: true,
    options: [
      { id: 'view', label: 'A view' },
      { id: 'function', label: 'A function or procedure' },
      { id: 'trigger', label: 'A trigger' },
    ],
    gives: 'how it is replaced, and what is locked meanwhile',
  }),
  name: nameField('Its name', { essential: true, gives: 'the name in every statement' }),
  definition: sqlField('New definition', {
    essential: true,
    hint: 'The whole statement that makes it',
    gives: 'the statement',
  }),
  was: sqlField('Definition that runs today', {
    hint: 'As the database prints it',
    gives: 'the way back, ready to run',
  }),
  table: nameField('Table of the trigger', {
    when: { field: 'kind', is: ['trigger'] },
    gives: 'which table waits while it is replaced',
  }),
} as const;

type Kind = 'view' | 'function' | 'trigger';

const kindOf = (answer: string | undefined): Kind => (answer === 'function' || answer === 'trigger' ? answer : 'view');

export const changeRoutine = defineChange({
  id: 'change-routine',
  title: 'Change a view, function or trigger',
  group: 'Types and code',
  hint: 'Code that lives in the database',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const kind = kindOf(context.fields['kind']);
    const what = context.answered('kind') ? kind : 'view, function or trigger';
    const name = context.name('name');
    const file = `${name}.before.sql`;
    const table = context.answered('table') ? context.name('table') : undefined;

    return {
      summary: words`Replace the ${what} ${code(name)}; the definition of today is kept for the way back`,
      strategy: {
        name: words`Save the definition, replace it in one statement`,
        why: words`Callers meet either the old or the new ${what}, never none, and the old text runs again in seconds.`,
        rejected: [
          {
            what: words`Drop ${code(name)} and create it again`,
            because: words`callers fail between the two, and grants and dependents go with the drop`,
          },
          {
            what: words`A second ${what} under a new name`,
            because: words`it is the way when columns, arguments or meaning change for callers: they move one by one, and the old one goes last. Here callers need no change`,
          },
        ],
      },
      before: [],
      copies: [],
      application: { today: needsNothing },
      phases: [
        {
          stage: 'prepare',
          title: words`Save ${code(name)} as it runs`,
          why: words`What stands in the repository is not always what runs; the way back is what runs.`,
          steps: [
            checkStep(
              words`Print the definition of ${code(name)} and its grants, and keep both as ${code(file)} at ______`,
              words`another person has run ${code(file)} on a copy`,
              { proves: 'definition' },
            ),
          ],
        },
        {
          stage: 'expand',
          title: words`Replace ${code(name)}`,
          why: words`From this moment every caller gets the new meaning, in every release at once.`,
          gate: {
            title: words`Before callers get the new meaning`,
            criteria: [
              words`each running release works with the old and with the new ${what}, tried on a copy`,
              words`names, types and order of what it takes and gives are as before, or each caller was moved first`,
            ],
          },
          steps: [
            step(
              engine.replaceRoutine({
                kind,
                name,
                definition: context.name('definition'),
                ...answeredAs(context, 'was', 'was'),
                ...(table === undefined ? {} : { table }),
              }),
              { proves: 'replaced' },
            ),
          ],
        },
        {
          stage: 'hold',
          title: words`Watch for a day`,
          why: words`Rows written through the old and the new ${what} differ from now on; a mistake is cheap to mend while they are few.`,
          steps: [
            hold(words`Watch callers of ${code(name)}`, words`no trigger for 24 h, one nightly run included`, {
              kind: 'assumed',
              minutes: 24 * 60,
            }),
          ],
        },
      ],
      checks: [
        {
          key: 'definition',
          title: words`What runs today`,
          when: 'before',
          stages: ['prepare'],
          how: words`Print it, compare it with the repository, keep it`,
          ...withStatement(engine.query.routineDefinition({ kind, name })),
          expected: words`equal to the repository, or the difference is understood`,
          tolerance: words`none that is not understood`,
        },
        {
          key: 'cases',
          title: words`Old and new on the same input`,
          when: 'before',
          stages: ['prepare'],
          how: words`On a restored copy: 1,000 real inputs through both, empty and unusual ones among them`,
          expected: words`they differ only where they are meant to`,
          tolerance: words`none`,
        },
        {
          key: 'replaced',
          title: words`What runs now`,
          when: 'after',
          stages: ['expand'],
          how: words`Print it again; owner, grants and execution rights as before`,
          ...withStatement(engine.query.routineDefinition({ kind, name })),
          expected: words`the new text; rights unchanged`,
          tolerance: words`none`,
        },
        {
          key: 'written',
          title: words`What it writes or shows`,
          when: 'after',
          stages: ['expand', 'hold'],
          how: words`Rows written or shown through ${code(name)} in the last hour, against what the old text would give`,
          expected: words`they differ only where they are meant to`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Callers`,
          detail: words`Releases, jobs, reports, other routines and views that use ${code(name)}: ______`,
          critical: true,
        },
        {
          title: words`What has been written stays`,
          detail: words`The way back brings the old text, not the rows that the new one wrote. From when to when it ran is written down: ______ to ______`,
          critical: true,
        },
      ],
      questions: openFields(context, fields),
      touches: table === undefined ? [name] : [name, table],
    };
  },
});
