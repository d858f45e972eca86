import { checkStep, defineChange, hold, step } from '#model/change.ts';
import { expressionField, nameField, typeField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { dependentsCheck } from '../patterns/dependents-check.ts';
import { openFields } from '../patterns/open-fields.ts';
import { batchRows, keyQuestion, paceWhy, rowKey } from '../patterns/row-key.ts';
import { bareTable, besideTable } from '../patterns/table-name.ts';
import { columnStands, needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { tidied } from '../patterns/tidied.ts';

const fields = {
  table: nameField('Table', { essential: true, gives: 'the name in every statement' }),
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  expression: expressionField('New value', {
    essential: true,
    hint: 'lower(email)',
    gives: 'what each batch writes, and how the result is compared',
  }),
  where: expressionField('Which rows', {
    hint: 'email <> lower(email)',
    gives: 'how few rows are touched, and how one sees that none is left',
  }),
  type: typeField('Type of the column', { gives: 'the table that keeps the old values' }),
} as const;

export const backfillData = defineChange({
  id: 'backfill-data',
  title: 'Change values in many rows',
  group: 'Rows',
  hint: 'In batches, with the old values kept',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column, expression] = [context.name('table'), context.name('column'), context.name('expression')];
    const key = rowKey(context, table);
    const kept = besideTable(table, `${bareTable(table)}_${column}_before`);
    const where = answeredAs(context, 'where', 'where');
    const name = columnName(table, column);
    const atOnce = engine.rowsAtOnce ?? false;

    return {
      summary: words`Set ${code(name)} to ${code(expression)} ${atOnce ? 'in one statement' : 'in batches'}; the old values are kept in ${code(kept)} for the way back`,
      strategy: {
        name: atOnce
          ? words`One statement, with the table kept beside it as it was`
          : words`Batches over the key, with the old value of every changed row kept beside it`,
        why: words`${paceWhy(context, 'Each batch is short and commits on its own, so it can stop at any moment;')} ${atOnce ? 'A' : 'and a'} changed value can be put back even days later.`,
        rejected: [
          atOnce
            ? {
                what: words`Batches by the key`,
                because: words`each would write the same blocks again, and between them readers would see old and new values for hours`,
              }
            : {
                what: words`One statement over all rows`,
                because: words`it holds every row it touched until the end, writes the whole table to the log at once and cannot be stopped halfway`,
              },
          {
            what: words`${atOnce ? 'The statement' : 'Batches'} without keeping the old values`,
            because: words`what is overwritten comes back only from a backup, with the loss of everything written since`,
          },
        ],
      },
      before: [...tableStands(table), columnStands(table, column)],
      copies: [],
      application: { today: needsTable(table) },
      phases: [
        {
          stage: 'prepare',
          title: words`Know what the change meets`,
          why: words`For the hours of the run the table holds old and new values side by side, and every reader meets both.`,
          steps: [
            checkStep(
              words`Count the rows that change, and read 20 of them with old and new value side by side`,
              words`the number is written down: ______; the 20 are right, as ______ says`,
              { proves: 'affected' },
            ),
            checkStep(
              words`List the triggers of ${code(table)} that an update fires`,
              words`each is harmless when fired once for every row, or is guarded first`,
              { proves: 'dependents' },
            ),
          ],
        },
        {
          stage: 'backfill',
          title: words`Change ${code(name)} ${atOnce ? 'in one statement' : 'in batches'}`,
          why: words`${paceWhy(context, 'Small batches keep locks short and let replicas follow.')}`,
          gate: {
            title: words`Before the first value changes`,
            criteria: [
              words`running releases, jobs and reports are known to take both old and new values`,
              words`nothing else writes ${code(name)} from a stale copy while the run lasts`,
            ],
          },
          steps: [
            step(
              engine.backfill({
                table,
                key,
                column,
                expression,
                ...where,
                batchSize: batchRows,
                keepIn: kept,
                ...answeredAs(context, 'type', 'columnType'),
              }),
              {
                minutes: {
                  kind: 'measure',
                  what: words`minutes for one batch of ${code(table)}, times the number of batches`,
                },
                proves: 'left',
              },
            ),
            ...tidied(engine, table),
          ],
        },
        {
          stage: 'prove',
          title: words`Prove the result`,
          why: words`The old values may go only when the new ones are known to be right.`,
          steps: [
            checkStep(words`Run every check of the result over all rows`, words`all as expected`, { proves: 'kept' }),
          ],
        },
        {
          stage: 'hold',
          title: words`Watch for a day`,
          why: words`Whoever cannot live with the new values shows in one peak and one nightly run.`,
          steps: [
            hold(words`Watch readers of ${code(name)}`, words`no complaint and no trigger for 24 h`, {
              kind: 'assumed',
              minutes: 24 * 60,
            }),
          ],
        },
        {
          stage: 'contract',
          title: words`Drop the kept values`,
          why: words`They cost room, and may be personal data that must not lie about.`,
          notBeforeDays: 14,
          gate: {
            title: words`End of the way back for ${code(name)}`,
            criteria: [
              words`no one has asked for an old value for 14 days, month-end included`,
              words`an export of ${code(kept)} is kept at ______ until ______, or is not wanted, as ______ says`,
            ],
          },
          steps: [step(engine.dropTable({ table: kept }))],
        },
      ],
      checks: [
        dependentsCheck(context, table, column),
        {
          key: 'affected',
          title: words`Rows that will change`,
          when: 'before',
          stages: ['prepare'],
          how: words`Count the rows that ${context.answered('where') ? code(context.name('where')) : 'the condition'} selects`,
          ...withStatement(engine.query.countRows({ table, ...where })),
          expected: words`______, as counted on the restored copy`,
          tolerance: words`1 %: more says that the condition is wrong or a writer still makes old values`,
        },
        {
          key: 'left',
          title: words`Rows that still hold the old value`,
          when: 'during',
          stages: ['backfill'],
          how: words`Count the rows whose ${code(column)} differs from ${code(expression)}`,
          ...withStatement(
            engine.query.countDifferences({
              table,
              key,
              left: column,
              right: expression,
              ...answeredAs(context, 'type', 'leftType'),
              ranged: true,
            }),
          ),
          expected: words`0 at the end; falling until then`,
          tolerance: words`none, unless a writer changed the row since`,
        },
        {
          key: 'kept',
          title: words`An old value for every changed row`,
          when: 'after',
          stages: ['prove'],
          how: words`Rows in ${code(kept)}, against the rows that the batches report as changed`,
          ...withStatement(engine.query.countRows({ table: kept })),
          expected: words`equal`,
          tolerance: words`none`,
        },
        {
          key: 'figures',
          title: words`Figures that must not move`,
          when: 'after',
          stages: ['prove', 'hold'],
          how: words`Rows, sums and groups over ${code(table)} that do not depend on ${code(column)}, before and after; unique keys and foreign keys that contain it`,
          expected: words`as before but for what was written since`,
          tolerance: words`none`,
        },
        {
          key: 'nulls',
          title: words`No value was lost`,
          when: 'after',
          stages: ['prove'],
          how: words`NULLs in ${code(name)}, before and after`,
          ...withStatement(engine.query.countNulls({ table, column })),
          expected: words`as many as before, unless ${code(expression)} makes them on purpose`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        {
          title: words`Both values at once`,
          detail: words`Readers of ${code(name)} (services, caches, search, reports, copies by change capture) take old and new values side by side: ______`,
          critical: true,
        },
        {
          title: words`The source of old values`,
          detail: words`The release, job or load that made them has stopped making them, since ______; else the run never ends`,
          critical: true,
        },
        {
          title: words`Keeping the old values`,
          detail: words`${code(kept)} holds copies of live data: who may read it, and when it must go: ______`,
          critical: false,
        },
      ],
      questions: [...openFields(context, fields), ...keyQuestion(context, table)],
      touches: [name],
    };
  },
});
