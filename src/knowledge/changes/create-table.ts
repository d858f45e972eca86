import { checkStep, defineChange, deploy, step } from '#model/change.ts';
import { choiceField, nameField, sqlField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { openFields } from '../patterns/open-fields.ts';
import { bareTable } from '../patterns/table-name.ts';
import { needsNothing, needsMade } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { undoAfter } from '../patterns/with-undo.ts';

const fields = {
  newTable: nameField('New table', { essential: true, gives: 'the name in every statement' }),
  columns: sqlField('Columns and constraints', {
    essential: true,
    hint: 'What stands between the brackets of CREATE TABLE',
    gives: 'the statement, and what its constraints lock',
  }),
  use: choiceField('When does the application begin to use it?', {
    options: [
      { id: 'later', label: 'With a change of its own', hint: 'Nothing reads or writes it yet' },
      { id: 'now', label: 'With the release that follows' },
    ],
    gives: 'whether a deploy follows, and whether the way back must keep rows',
  }),
} as const;

export const createTable = defineChange({
  id: 'create-table',
  title: 'Create a table',
  group: 'Tables',
  hint: 'New, empty, read by nothing yet',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const table = context.name('newTable');
    const used = context.fields['use'] === 'now';
    const created = engine.createTable({ table, columns: context.name('columns') });
    const keeping = undoAfter(
      created,
      engine.exportTable({ table, file: `${bareTable(table)}.csv` }),
      words`Only when no running release names ${code(table)}; the file keeps rows that were written since`,
    );

    return {
      summary: words`Create the table ${code(table)}${used ? '; the release that follows begins to use it' : '; nothing uses it yet'}`,
      strategy: {
        name: words`Create it empty, before any release names it`,
        why: words`Nothing reads or writes ${code(table)} before it is there, so no running release can meet its absence.`,
        rejected: [
          {
            what: words`Create ${code(table)} when the new release starts`,
            because: words`every instance of a rolling deploy would try it, and a lock that is not granted would stop the start of the application`,
          },
        ],
      },
      before: [],
      copies: [],
      application: { today: needsNothing, ...(used ? { 'write-both': needsMade(created, table) } : {}) },
      phases: [
        {
          stage: 'expand',
          title: words`Create ${code(table)}`,
          why: words`It is empty and nobody names it: it can go again at any moment.`,
          steps: [
            step(used ? keeping : created, { proves: 'shape' }),
            checkStep(
              words`Grants, owner and comments of ${code(table)}, on the primary and on each replica`,
              words`the application’s role can do what the new release does, and nothing more`,
              { proves: 'grants', minutes: { kind: 'assumed', minutes: 5 } },
            ),
          ],
        },
        ...(used
          ? [
              {
                stage: 'write-both' as const,
                title: words`Begin to use ${code(table)}`,
                why: words`The table is everywhere before the first release that names it.`,
                steps: [deploy(words`it reads and writes ${code(table)}`)],
              },
            ]
          : []),
      ],
      checks: [
        {
          key: 'absent',
          title: words`No table, view or type is called ${code(table)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Search the schema of every node for the name`,
          expected: words`not found`,
          tolerance: words`none`,
        },
        {
          key: 'shape',
          title: words`Shape of ${code(table)}`,
          when: 'after',
          stages: ['expand'],
          how: words`Compare columns, types, defaults and constraints with the reviewed definition`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`equal, on every node`,
          tolerance: words`none`,
        },
        {
          key: 'grants',
          title: words`Rights on ${code(table)}`,
          when: 'after',
          stages: ['expand'],
          how: words`As the application’s role: insert a row, read it, roll back`,
          expected: words`both are allowed`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`References`,
          detail: words`A foreign key inside the definition of ${code(table)} also locks the table that it refers to. Each such table is named here: ______; or its key is added afterwards, as a change of its own`,
          critical: false,
        },
        {
          title: words`Replication`,
          detail: words`Where changes are captured or replicated by table, it is decided whether ${code(table)} belongs to the set, and who adds it: ______`,
          critical: false,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
      ...(used
        ? {
            releaseNotes: {
              'write-both': [
                words`The first release that names ${code(table)}; the release before knows nothing of it and can come back at any time.`,
              ],
            },
          }
        : {}),
    };
  },
});
