import { checkStep, defineChange, hold, step } from '#model/change.ts';
import { expressionField, nameField, namesField, sqlField } from '#model/fields.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, joinText, words } from '#model/text.ts';
import { capabilityQuestion } from '../patterns/capability-question.ts';
import { readCarried } from '../patterns/carried-over.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { bareTable } from '../patterns/table-name.ts';
import { needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { lacking } from '../patterns/lacking.ts';

const fields = {
  table: nameField('Table', { essential: true, gives: 'the name in every statement' }),
  column: nameField('Column that decides the partition', {
    essential: true,
    hint: 'created_at',
    gives: 'the key of the partitions',
  }),
  cut: expressionField('First bound', {
    essential: true,
    hint: '2027-01-01; later than every row that exists',
    gives: 'what stays in the old table, and until when the way back moves no row',
  }),
  next: namesField('Bounds after it', {
    hint: '2027-02-01, 2027-03-01',
    gives: 'how many partitions stand ready, and when the next is due',
  }),
  primaryKey: namesField('Primary key', {
    hint: 'id, created_at',
    gives: 'whether the table can be partitioned as it is',
  }),
  foreignKeys: sqlField('Foreign keys of the table, and to it', {
    hint: 'As the database lists them, one a line',
    gives: 'what the parent gets, and what refers to it again',
    blank: 'none',
  }),
  triggers: sqlField('Triggers of the table', {
    hint: 'CREATE TRIGGER …; …',
    gives: 'what fires on the parent',
    blank: 'none',
  }),
  policies: sqlField('Row-level policies of the table', {
    hint: 'CREATE POLICY …; …',
    gives: 'who sees which rows through the parent',
    blank: 'none',
  }),
} as const;

export const partitionTable = defineChange({
  id: 'partition-table',
  title: 'Partition a table',
  group: 'Tables',
  hint: 'The table becomes the first partition; nothing is copied',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column, cut] = [context.name('table'), context.name('column'), context.name('cut')];
    const next = requiredNames(context, 'next');
    const primaryKey = requiredNames(context, 'primaryKey');
    const last = next.at(-1) ?? next[0];
    const bounds = joinText(
      next.map((bound) => [code(bound)]),
      ', ',
    );

    const attaches = engine.can('attachPartition');
    const carries = readCarried(context.fields);

    return {
      summary: words`Partition ${code(table)} by ${code(column)}: ${attaches ? 'the table becomes' : 'on an engine that lets a table become a partition it becomes'} the partition before ${code(cut)}, new ones stand ready for ${bounds}`,
      strategy: {
        name: attaches ? words`The table itself becomes the first partition` : words`To be settled: see the questions`,
        why: attaches
          ? words`No row is copied: a proved check says that every row lies before ${code(cut)}, and one short transaction puts a parent of the same name in front. Until ${code(cut)} the way back is as short.`
          : words`That a table becomes a partition without a copy is ${lacking(context, 'attachPartition')}. Where it can, the steps below stand; if not, a partitioned table is made beside it, kept equal, filled in batches, compared, and takes the name with everything stopped.`,
        rejected: [
          {
            what: words`A new partitioned table, filled by a sync`,
            because: words`it copies every row and needs the room twice; it is the way where the table cannot become a partition`,
          },
          {
            what: words`A partition for everything else`,
            because: words`it would be searched, under a strong lock, each time a partition is added`,
          },
        ],
      },
      before: [
        ...tableStands(table),
        ...carries.referring.map(({ name }): Delta => ({ kind: 'add-object', object: `constraint ${name}` })),
      ],
      copies: [],
      application: { today: needsTable(table) },
      phases: [
        {
          stage: 'prepare',
          title: words`Can ${code(table)} be partitioned as it is?`,
          why: words`Unique keys without ${code(column)}, and references to the table, stand in the way and are found now.`,
          steps: [
            checkStep(
              words`Each primary and unique key of ${code(table)} contains ${code(column)}`,
              words`${joinText(
                primaryKey.map((name) => [code(name)]),
                ', ',
              )} does; else the key changes first, as a change of its own`,
              { proves: 'keys' },
            ),
            checkStep(
              words`List foreign keys from and to ${code(table)}, triggers, grants, policies, identity and sequences`,
              words`each is in the reviewed file that makes the parent: copied there, or given in the answers; file 1 refuses what is neither`,
              { proves: 'dependents' },
            ),
          ],
        },
        {
          stage: 'expand',
          title: words`Put the parent in front of ${code(table)}`,
          why: words`Releases see the same name and the same columns before and after.`,
          gate: {
            title: words`Before the name changes hands`,
            criteria: [
              words`${code(cut)} lies far enough ahead that the way back stays free of rows to move: at least ______ days`,
              words`the whole turn, forwards and back, ran on a restored copy with the application’s own statements`,
            ],
          },
          steps: [
            step(
              engine.partitionInPlace({
                table,
                column,
                cut,
                next,
                proof: `${bareTable(table)}_${column}_before_cut`,
                primaryKey,
                carries,
              }),
              { proves: 'shape' },
            ),
            checkStep(
              words`Through the application’s role: insert a row before ${code(cut)} and one after, read, update and delete both, roll back`,
              words`each lands in its partition`,
              { proves: 'through-parent', minutes: { kind: 'assumed', minutes: 5 } },
            ),
          ],
        },
        {
          stage: 'prove',
          title: words`Prove plans and rows`,
          why: words`A read without ${code(column)} now asks every partition.`,
          steps: [
            checkStep(words`Plans of the hottest reads`, words`each asks only the partitions it needs`, {
              proves: 'plans',
            }),
          ],
        },
        {
          stage: 'hold',
          title: words`Hold until after ${code(cut)}`,
          why: words`The first row of a new partition is the first that the old table does not hold: from there on the way back moves rows.`,
          steps: [
            hold(
              words`Watch the first day after ${code(cut)}`,
              words`new rows land in the new partition; no insert was refused; one peak and one nightly run passed`,
              { kind: 'assumed', minutes: 24 * 60 },
            ),
          ],
        },
      ],
      checks: [
        dependentsCheck(context, table),
        {
          key: 'keys',
          title: words`Keys contain ${code(column)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Primary key, unique keys and unique indexes of ${code(table)}`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`each contains ${code(column)}`,
          tolerance: words`none`,
        },
        {
          key: 'nulls',
          title: words`Every row has a place`,
          when: 'before',
          stages: ['prepare'],
          how: words`Rows whose ${code(columnName(table, column))} is NULL, and rows that do not lie before ${code(cut)}`,
          ...withStatement(engine.query.countNulls({ table, column })),
          expected: words`0 and 0`,
          tolerance: words`none`,
        },
        {
          key: 'shape',
          title: words`Parent, partitions and what hangs on them`,
          when: 'during',
          stages: ['expand'],
          how: words`Describe ${code(table)}: partitions and bounds; defaults, identity, grants, triggers, foreign keys and indexes as before`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`nothing is missing, on every node`,
          tolerance: words`none`,
        },
        {
          key: 'rows',
          title: words`No row was lost`,
          when: 'after',
          stages: ['expand', 'prove'],
          how: words`Rows of ${code(table)} before and after, and the smallest and largest ${code(column)}`,
          ...withStatement(engine.query.countRows({ table })),
          expected: words`equal, but for what was written since`,
          tolerance: words`none`,
        },
        {
          key: 'through-parent',
          title: words`Rows find their partition`,
          when: 'during',
          stages: ['expand', 'hold'],
          how: words`Rows of each partition by ${code(column)}; errors that say no partition was found`,
          expected: words`each row within its bounds; no such error`,
          tolerance: words`none`,
        },
        {
          key: 'plans',
          title: words`Plans of the hottest reads`,
          when: 'after',
          stages: ['prove'],
          how: words`The ten statements on ${code(table)} with the most time in all, before and after`,
          expected: words`p95 within 10 % of the baseline; partitions are left out by ${code(column)}`,
          tolerance: words`10 %`,
        },
      ],
      checklist: [
        {
          title: words`Who makes the next partition`,
          detail: words`After ${code(last)} an insert is refused. Job, owner, lead time and the alert that the last bound is near: ______`,
          critical: true,
        },
        {
          title: words`References to ${code(table)}`,
          detail: words`A foreign key that points to ${code(table)} needs a unique key that contains ${code(column)}; each is listed with what becomes of it: ______`,
          critical: true,
        },
        {
          title: words`Way back after ${code(cut)}`,
          detail: words`Rows in newer partitions are moved into the old table first; how many a day, and how long it takes: ______`,
          critical: true,
        },
        {
          title: words`Change capture and replication`,
          detail: words`Whether they follow the parent or the partitions, tried on the copy by ______`,
          critical: false,
        },
      ],
      questions: [...capabilityQuestion(context, 'attachPartition'), ...openFields(context, fields)],
      touches: [table],
    };
  },
});
