import type { StepDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold } from '#model/change.ts';
import { choiceField, namesField, proseField, sqlField } from '#model/fields.ts';
import type { Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { openFields, optionalNames } from '../patterns/open-fields.ts';
import { peopleStep } from '../patterns/people-step.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { writtenScript } from '../patterns/written-script.ts';

const fields = {
  what: proseField('What is going to change?', { essential: true, gives: 'the title, and what every step is about' }),
  statements: sqlField('What is run', {
    hint: 'Statements, if there are any yet',
    gives: 'the step that makes the change, word for word',
  }),
  undo: sqlField('What takes it back', {
    hint: 'Statements, tried on a copy',
    gives: 'whether the step has a way back',
  }),
  loses: choiceField('What does taking it back lose?', {
    options: [
      { id: 'nothing', label: 'Nothing', hint: 'Tried with rows written in between' },
      { id: 'something', label: 'Rows or values' },
    ],
    gives: 'where the point of no return stands',
  }),
  objects: namesField('Tables and columns that it touches', { gives: 'whom to ask, and what is checked' }),
  deploys: choiceField('Does a release follow?', {
    options: [
      { id: 'no', label: 'No' },
      { id: 'yes', label: 'Yes' },
    ],
    gives: 'whether a deploy is part of the plan',
  }),
} as const;

export const somethingElse = defineChange({
  id: 'something-else',
  title: 'Something else',
  group: 'Other',
  hint: 'A skeleton that asks what must be known',
  nature: 'transform',
  fields,
  part: (context) => {
    const what = context.name('what');
    const objects = optionalNames(context, 'objects');
    const [firstObject] = objects;
    const deploys = context.fields['deploys'] === 'yes';
    const written = context.answered('undo');
    const lossless = context.fields['loses'] === 'nothing';
    const goesBack = written && lossless;
    const release = deploy(words`it uses what has changed`);

    const undo: Undo = written
      ? {
          kind: 'statements',
          scripts: [writtenScript(context.name('undo'))],
          minutes: { kind: 'measure', what: words`minutes of the way back in the rehearsal` },
          loses: lossless ? 'nothing' : { what: words`what the author must name here: ______` },
        }
      : {
          kind: 'none',
          because: words`no way back has been written down for this step`,
          loses: { what: words`not known until it is tried: ______` },
        };
    const change: StepDraft = {
      ...peopleStep(
        context.answered('statements')
          ? words`Make the change: ${what}`
          : words`Make the change: ${what}; statements, as the author wrote them: ______`,
        words`what is to be seen when it worked: ______`,
        undo,
        {
          minutes: { kind: 'measure', what: words`minutes of this step in the rehearsal` },
          proves: 'result',
        },
      ),
      ...(context.answered('statements')
        ? { action: { kind: 'statements' as const, scripts: [writtenScript(context.name('statements'))] as const } }
        : {}),
    };

    return {
      summary: words`${what}. This kind of change is not known here: the plan gives the order and asks what must be known, and claims nothing about locks, durations or loss`,
      strategy: {
        name: words`Look, rehearse, change behind a gate, prove, hold`,
        why: words`Without knowledge of the change the only safe order is the one in which every unknown is measured on a copy before it can hurt.`,
        rejected: [
          {
            what: words`Run it and see`,
            because: words`locks, duration and loss would be learned in production`,
          },
        ],
      },
      before: [],
      copies: [],
      application: {
        today: needsNothing,
        ...(deploys ? { [goesBack ? 'write-both' : 'contract']: needsNothing } : {}),
      },
      phases: [
        {
          stage: 'prepare',
          title: words`Find out what it does`,
          why: words`Each blank is a question that production would answer otherwise.`,
          steps: [
            checkStep(
              words`Executor: write down what each statement locks, reads and rewrites, with the page of the manual: ______`,
              words`another engineer agrees, line by line`,
              {
                actor: 'executor',
                minutes: { kind: 'measure', what: words`hours for the reading` },
                proves: 'effects',
              },
            ),
            checkStep(
              words`Executor: run it on a restored copy under load, then take it back with rows written in between; times and waits: ______`,
              words`rows and schema are as before; every duration is written down`,
              {
                actor: 'executor',
                minutes: { kind: 'measure', what: words`hours of the rehearsal` },
                proves: 'rehearsed',
              },
            ),
            checkStep(
              words`Dependent owners: what reads or writes what changes, and what each must do first: ______`,
              words`each owner has answered`,
              { actor: 'dependent owners', proves: 'users' },
            ),
          ],
        },
        {
          stage: goesBack ? 'expand' : 'contract',
          title: words`Make the change`,
          why: words`It comes after everything that can be known beforehand.`,
          gate: {
            title: words`Before the change`,
            criteria: [
              words`it was rehearsed forwards and back, and took ______ min and ______ min`,
              words`running releases work before, during and after it: tried by ______`,
              words`the way back and what it loses are written above, and accepted by ______`,
            ],
          },
          steps: [change, ...(deploys && !goesBack ? [release] : [])],
        },
        ...(deploys && goesBack
          ? [
              {
                stage: 'write-both' as const,
                title: words`The release that goes with it`,
                why: words`It comes after the change, so that it meets what it needs; the release before must work with the change as well.`,
                steps: [release],
              },
            ]
          : []),
        ...(goesBack
          ? [
              {
                stage: 'hold' as const,
                title: words`Watch for a day`,
                why: words`What was not thought of shows in one peak and one nightly run.`,
                steps: [
                  hold(words`Watch errors, latency, waits, lag and the result`, words`no trigger for 24 h`, {
                    kind: 'assumed' as const,
                    minutes: 24 * 60,
                  }),
                ],
              },
            ]
          : []),
      ],
      checks: [
        {
          key: 'effects',
          title: words`What each statement does`,
          when: 'before',
          stages: ['prepare'],
          how: words`Strongest lock, what waits, whether rows are read or rewritten, whether it runs in a transaction: by the manual, and as seen on the copy`,
          expected: words`written down for each statement`,
          tolerance: words`none unknown`,
        },
        {
          key: 'rehearsed',
          title: words`Forwards and back on the copy`,
          when: 'before',
          stages: ['prepare'],
          how: words`Schema and a checksum of the rows before, after, and after the way back`,
          ...withStatement(
            firstObject === undefined ? undefined : context.engine.query.describeTable({ table: firstObject }),
          ),
          expected: words`equal before and after the way back`,
          tolerance: words`none`,
        },
        {
          key: 'users',
          title: words`Who uses what changes`,
          when: 'before',
          stages: ['prepare'],
          how: words`${objects.length > 0 ? code(objects.join(', ')) : 'Every table and column that the change names'}: releases, jobs, reports, copies`,
          expected: words`a list with an owner for each`,
          tolerance: words`no entry without an answer`,
        },
        {
          key: 'result',
          title: words`The result`,
          when: 'after',
          stages: written && lossless ? ['expand', 'hold'] : ['contract'],
          how: words`What the author says must be true afterwards, as a question to the database: ______`,
          expected: words`______`,
          tolerance: words`______`,
        },
        {
          key: 'smoke',
          title: words`The application`,
          when: 'after',
          stages: written && lossless ? ['expand', 'hold'] : ['contract'],
          how: words`Each critical flow, one job retry, one nightly run`,
          expected: words`each passes`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`The way back`,
          detail: written
            ? words`It stands in the plan as it was given; it was tried on a copy by ______ on ______`
            : words`Author: write it, try it on a copy, and put it into the plan; until then the change is the point of no return`,
          critical: true,
        },
        {
          title: words`Two releases at once`,
          detail: words`Whether the release before and the one after both work with the schema before and after: four answers, each tried: ______`,
          critical: true,
        },
      ],
      questions: openFields(context, fields),
      touches: objects,
    };
  },
});
