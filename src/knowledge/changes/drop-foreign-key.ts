import { checkStep, defineChange, step } from '#model/change.ts';
import { choiceField, nameField, namesField } from '#model/fields.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { deleteRules } from '../patterns/delete-rules.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  constraint: nameField('Foreign key', { essential: true, gives: 'the name in every statement' }),
  columns: namesField('Columns that refer', { gives: 'the way back, and the count of orphans' }),
  references: nameField('Table they refer to', {
    gives: 'the other table that is locked for a moment, and the way back',
  }),
  referencedColumns: namesField('Columns there', { gives: 'the way back, and the count of orphans' }),
  onDelete: choiceField('When the row there is deleted', {
    options: deleteRules,
    gives: 'what the application must do itself from then on',
  }),
} as const;

/** Back as it came: for new rows first, then proved. */
const backBy = (dropped: Outcome, added: Outcome, proved: Outcome): Outcome => {
  if (dropped.kind === 'cannot' || dropped.undo.kind !== 'statements') return dropped;
  const scripts = [added, proved].flatMap((one): readonly Script[] => (one.kind === 'performed' ? one.scripts : []));
  const [first, ...rest] = scripts;
  return first === undefined ? dropped : { ...dropped, undo: { ...dropped.undo, scripts: [first, ...rest] } };
};

export const dropForeignKey = defineChange({
  id: 'drop-foreign-key',
  title: 'Drop a foreign key',
  group: 'Constraints',
  hint: 'With the way back that proves it again',
  nature: 'destructive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, constraint, references] = [
      context.name('table'),
      context.name('constraint'),
      context.name('references'),
    ];
    const columns = requiredNames(context, 'columns');
    const referencedColumns = requiredNames(context, 'referencedColumns');
    const rule = context.fields['onDelete'] ?? '';
    const acts = rule === 'cascade' || rule === 'set null';
    const key = { table, columns, references, referencedColumns };
    const dropped = backBy(
      engine.dropConstraint({ table, constraint, references, definition: '' }),
      engine.addForeignKey({ ...key, constraint, ...(acts ? { onDelete: rule.toUpperCase() } : {}) }),
      engine.validateConstraint({ table, constraint, references }),
    );

    return {
      summary: words`Drop the foreign key ${code(constraint)} of ${code(table)}`,
      strategy: {
        name: words`Drop it alone, under a short lock`,
        why: words`No row changes. The drop needs both tables for a moment, so it is never part of a longer transaction.`,
        rejected: [
          {
            what: words`Drop it together with other changes`,
            because: words`${code(table)} and ${code(references)} would both stay locked until the last of them is done`,
          },
        ],
      },
      before: [
        { kind: 'add-table', table },
        { kind: 'add-object', object: `constraint ${constraint}` },
      ],
      copies: [],
      application: { today: needsNothing },
      phases: [
        {
          stage: 'contract',
          title: words`Drop ${code(constraint)}`,
          why: words`From here on nothing in the database keeps the reference right.`,
          gate: {
            title: words`May ${code(constraint)} go?`,
            criteria: [
              words`its definition is saved and equals what the way back says`,
              words`whoever relied on it is named: deletes that it refused or carried on, joins that expect a counterpart`,
            ],
          },
          steps: [
            step(dropped, { proves: 'shape' }),
            checkStep(
              words`Count rows whose counterpart is missing, daily`,
              words`the number is known, and its growth has an owner`,
              {
                proves: 'orphans',
                minutes: { kind: 'assumed', minutes: 5 },
              },
            ),
          ],
        },
      ],
      checks: [
        {
          key: 'shape',
          title: words`Constraints of ${code(table)}`,
          when: 'during',
          stages: ['prepare', 'contract'],
          how: words`Describe it on every node, before and after`,
          ...withStatement(engine.query.describeTable({ table })),
          expected: words`as before but for ${code(constraint)}`,
          tolerance: words`none`,
        },
        {
          key: 'orphans',
          title: words`Rows of ${code(table)} whose counterpart is missing`,
          when: 'after',
          stages: ['contract'],
          how: words`Count them`,
          ...withStatement(engine.query.countOrphans(key)),
          expected: words`0`,
          tolerance: words`none as long as the way back is wanted: its proof fails on the first one`,
        },
      ],
      checklist: [
        {
          title: words`What it did`,
          detail: acts
            ? words`A delete in ${code(references)} ${rule === 'cascade' ? 'deleted rows here' : 'emptied the reference here'}; who does that from now on: ______`
            : words`It refused deletes in ${code(references)} and inserts here without a counterpart; who does that from now on: ______`,
          critical: true,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
    };
  },
});
