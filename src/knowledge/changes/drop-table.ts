import type { StepDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold, step } from '#model/change.ts';
import { choiceField, nameField, namesField, sqlField } from '#model/fields.ts';
import type { Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { dependentsCheck, idleCheck } from '../patterns/dependents-check.ts';
import { openFields, optionalNames } from '../patterns/open-fields.ts';
import { renamesAtOnce } from '../patterns/renames-at-once.ts';
import { bareTable, besideTable } from '../patterns/table-name.ts';
import { needsNothing, needsTable, tableStands } from '../patterns/table-needs.ts';
import { undoByDoing } from '../patterns/with-undo.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: nameField('Table to drop', { essential: true, gives: 'the name in every statement' }),
  hide: choiceField('How is it hidden first?', {
    options: [
      { id: 'rename', label: 'By another name', hint: 'Every forgotten user fails at once and is found' },
      {
        id: 'revoke',
        label: 'By taking the right to it from a role',
        hint: 'The name stays; owners still get through',
      },
    ],
    gives: 'how forgotten users are found while the way back takes seconds',
  }),
  role: nameField('Role that loses the right', {
    when: { field: 'hide', is: ['revoke'] },
    gives: 'the role in the statement',
  }),
  foreignKeys: namesField('Its foreign keys', {
    hint: 'orders_customer_id_fkey, …',
    gives: 'one short step for each, instead of one that locks every table at once',
  }),
  keyColumns: namesField('Column of each foreign key, in the same order', { gives: 'the way back of its drop' }),
  references: namesField('Table that each refers to, in the same order', {
    hint: 'One name when it is the same for all',
    gives: 'which other table is locked for a moment, and the way back',
  }),
  referencedColumns: namesField('Column there, in the same order', {
    hint: 'id',
    gives: 'the way back of its drop',
  }),
  definition: sqlField('Its definition, as the database prints it', {
    gives: 'what makes the table again from the export',
  }),
} as const;

export const dropTable = defineChange({
  id: 'drop-table',
  title: 'Drop a table',
  group: 'Tables',
  hint: 'Nothing uses it any more',
  nature: 'destructive',
  fields,
  part: (context) => {
    const { engine } = context;
    const table = context.name('table');
    const beside = besideTable(table, `zz_drop_${bareTable(table)}`);
    const renamed = engine.renameTable({ from: table, to: beside, compatibilityView: false });
    const revokes = context.fields['hide'] === 'revoke' || !renamesAtOnce(renamed);
    const hidden = revokes ? table : beside;
    const file = `${bareTable(table)}.csv`;
    const hide = revokes ? engine.revokeAccess({ table, role: context.name('role') }) : renamed;
    const foreignKeys = optionalNames(context, 'foreignKeys');
    /** The nth entry of a list that goes with the foreign keys; one entry stands for all. */
    const ofKey = (field: string, index: number): string | undefined => {
      const entries = optionalNames(context, field);
      return entries[index] ?? (entries.length === 1 ? entries[0] : undefined);
    };
    const dropKeys: readonly StepDraft[] = foreignKeys.map((constraint, index) => {
      const [column, references, referencedColumn] = ['keyColumns', 'references', 'referencedColumns'].map((field) =>
        ofKey(field, index),
      );
      const key = { table: hidden, constraint };
      if (references === undefined) return step(engine.dropConstraint(key));
      const dropped = engine.dropConstraint({ ...key, references });
      if (column === undefined || referencedColumn === undefined) return step(dropped);
      const referring = { columns: [column], references, referencedColumns: [referencedColumn] };
      return step(
        undoByDoing(
          dropped,
          engine.addForeignKey({ ...key, ...referring }),
          engine.validateConstraint({ ...key, references }),
        ),
      );
    });

    return {
      summary: words`Drop ${code(table)}: first no release uses it, then it is hidden for a while, then exported, then dropped`,
      strategy: {
        name: words`Quarantine before the drop`,
        why: words`A user of ${code(table)} whom nobody knew of fails while the table can be had back in seconds, instead of after it is gone.`,
        rejected: [
          {
            what: words`Drop ${code(table)} at once`,
            because: words`the rows come back only from a backup, and the first forgotten job is found after the drop`,
          },
          {
            what: words`Drop it with everything that hangs on it`,
            because: words`views and foreign keys would go silently with it, and every table they name would be locked together`,
          },
        ],
      },
      before: [
        ...tableStands(table),
        ...foreignKeys.map((constraint): Delta => ({ kind: 'add-object', object: `constraint ${constraint}` })),
      ],
      copies: [],
      application: { today: needsTable(table), retire: needsNothing },
      phases: [
        {
          stage: 'prepare',
          title: words`Write down what ${code(table)} is and who uses it`,
          why: words`The way back needs its definition, and everyone who uses it must be asked before it is hidden.`,
          steps: [
            checkStep(
              words`Save definition, grants, comments, triggers and row count of ${code(table)} at ______`,
              words`another person has made an empty copy from what was saved`,
              { proves: 'definition' },
            ),
            checkStep(
              words`List what names ${code(table)}: views, functions, triggers, foreign keys, jobs, reports`,
              words`each has an owner who has answered`,
              { proves: 'dependents' },
            ),
          ],
        },
        {
          stage: 'retire',
          title: words`No release uses ${code(table)}`,
          why: words`As long as one release names the table, hiding it is an outage.`,
          steps: [
            deploy(words`it neither reads nor writes ${code(table)}`),
            checkStep(
              words`Reads and writes of ${code(table)} have stopped on every node`,
              words`none in 5 min; the gate asks for the cycle`,
              { proves: 'idle', minutes: { kind: 'assumed', minutes: 5 } },
            ),
          ],
        },
        {
          stage: 'retire',
          title: words`Hide ${code(table)}`,
          why: words`Whoever still uses it fails now, while it comes back in seconds.`,
          notBeforeDays: 7,
          gate: {
            title: words`Is ${code(table)} idle?`,
            criteria: [
              words`no read or write of ${code(table)} for 7 days, a month-end report or its like included`,
              words`every owner on the list has answered`,
            ],
          },
          steps: [
            step(hide, { proves: 'hidden' }),
            hold(
              words`Leave ${code(hidden)} hidden`,
              words`one nightly run has passed and no error names ${code(table)}; it stays hidden until the drop`,
              { kind: 'assumed', minutes: 24 * 60 },
            ),
            step(engine.exportTable({ table: hidden, file }), { proves: 'export' }),
          ],
        },
        {
          stage: 'contract',
          title: words`Drop ${code(hidden)}`,
          why: words`It has been hidden for a month and nobody has missed it.`,
          notBeforeDays: 30,
          gate: {
            title: words`End of the way back for ${code(table)}`,
            criteria: [
              words`no error has named ${code(table)} since it was hidden`,
              words`the file ${code(file)} was read back, its row count equals the table’s, and it is kept at ______ until ______`,
              words`the definition saved in the first phase makes the table again`,
            ],
          },
          steps: [...dropKeys, step(engine.dropTable({ table: hidden }))],
        },
      ],
      checks: [
        {
          key: 'definition',
          title: words`Definition of ${code(table)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Print it and make an empty copy from it elsewhere`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`the copy has the same columns, defaults, constraints, indexes and triggers`,
          tolerance: words`none`,
        },
        dependentsCheck(context, table),
        { ...idleCheck(table, ['retire']), when: 'during' },
        {
          key: 'hidden',
          title: words`Errors that name ${code(table)}`,
          when: 'during',
          stages: ['retire'],
          how: words`Search the logs of the database, the application and every job`,
          expected: words`0`,
          tolerance: words`none: one brings the name back`,
        },
        {
          key: 'export',
          title: words`The export holds every row`,
          when: 'during',
          stages: ['retire'],
          how: words`Count the rows, load ${code(file)} into an empty copy, compare count and a checksum of all columns`,
          ...withStatement(engine.query.countRows({ table: hidden })),
          expected: words`count and checksum are equal`,
          tolerance: words`none`,
        },
        {
          key: 'after',
          title: words`Errors after the drop`,
          when: 'after',
          stages: ['contract'],
          how: words`Error rate of the application and of every job, for one nightly run`,
          expected: words`as in the baseline`,
          tolerance: words`none that names ${code(table)} or ${code(hidden)}`,
        },
      ],
      checklist: [
        {
          title: words`Users of ${code(table)}`,
          detail: words`Services, jobs, reports, change capture, replicas and people’s own queries are listed with an owner each: ______`,
          critical: true,
        },
        {
          title: words`Keeping the rows`,
          detail: words`How long the rows must be kept by law or contract, who says so, and where the file lies: ______`,
          critical: true,
        },
        {
          title: words`Foreign keys`,
          detail: words`Each foreign key from or to ${code(table)} is dropped as a step of its own: the drop of the table would lock all the other tables at once`,
          critical: false,
        },
      ],
      questions: openFields(context, fields),
      touches: [table],
      releaseNotes: {
        retire: [
          words`No code names ${code(table)}: models, raw statements, migrations that run at the start, fixtures of the health check.`,
          words`While ${code(hidden)} is hidden, going back to the release before needs the table visible first: the way back of the hiding step, then the deploy.`,
        ],
      },
    };
  },
});
