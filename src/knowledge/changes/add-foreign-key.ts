import { defineChange, step } from '#model/change.ts';
import { choiceField, nameField, namesField, yesNoField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import type { ProvedConstraint } from '../patterns/proved-constraint.ts';
import { constraintChecks, constraintStrategy, provedConstraint } from '../patterns/proved-constraint.ts';
import { deleteRules } from '../patterns/delete-rules.ts';
import { bareTable } from '../patterns/table-name.ts';
import { needsNothing } from '../patterns/table-needs.ts';

const fields = {
  table: tableField,
  columns: namesField('Columns that refer', {
    essential: true,
    hint: 'customer_id',
    gives: 'the constraint and the count of orphans',
  }),
  references: nameField('Table they refer to', {
    essential: true,
    gives: 'the other table that is locked for a moment',
  }),
  referencedColumns: namesField('Columns there', {
    essential: true,
    hint: 'id',
    gives: 'the constraint and the count of orphans',
  }),
  constraint: nameField('Constraint', { gives: 'the name in every statement' }),
  onDelete: choiceField('When the row there is deleted', {
    options: deleteRules,
    gives: 'whether a delete there now deletes or changes rows here',
  }),
  indexed: yesNoField('Is there an index that begins with these columns?', {
    gives: 'whether one is built first, so that deletes there do not read this whole table',
  }),
} as const;

export const addForeignKey = defineChange({
  id: 'add-foreign-key',
  title: 'Add a foreign key',
  group: 'Constraints',
  hint: 'For new rows first, then proved',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, references] = [context.name('table'), context.name('references')];
    const columns = requiredNames(context, 'columns');
    const referencedColumns = requiredNames(context, 'referencedColumns');
    const stem = `${bareTable(table)}_${columns.join('_')}`;
    const constraint = context.answered('constraint') ? context.name('constraint') : `${stem}_fkey`;
    const rule = context.fields['onDelete'] ?? '';
    const acts = rule === 'cascade' || rule === 'set null';
    const key = { table, columns, references, referencedColumns };
    const proved: ProvedConstraint = {
      table,
      constraint,
      added: engine.addForeignKey({ ...key, constraint, ...(acts ? { onDelete: rule.toUpperCase() } : {}) }),
      proved: engine.validateConstraint({ table, constraint, references }),
      violators: engine.query.countOrphans(key),
      breaks: 'rows whose counterpart is missing',
    };
    const index = step(engine.createIndex({ table, index: `${stem}_idx`, columns, unique: false }));

    return {
      summary: words`Rows of ${code(table)} must refer to a row of ${code(references)}, as ${code(constraint)}`,
      strategy: constraintStrategy(
        context,
        proved,
        {
          apart: words`Reading both tables and holding up their writers are kept apart.`,
          together: words`writers of ${code(table)} and of ${code(references)} would wait until every row has been looked up`,
        },
        {
          what: words`References kept right by the application alone`,
          because: words`two requests at the same time can still leave a row without its counterpart`,
        },
      ),
      before: [{ kind: 'add-table', table }],
      copies: [],
      application: { today: needsNothing },
      phases: provedConstraint(context, proved, context.fields['indexed'] === 'no' ? [index] : []),
      checks: constraintChecks(context, proved),
      checklist: [
        {
          title: words`Order of writes`,
          detail: words`Every release that runs or may come back, every job and import inserts into ${code(references)} before ${code(table)} and deletes the other way round: ______`,
          critical: true,
        },
        {
          title: words`Deletes in ${code(references)}`,
          detail: acts
            ? words`From the first step on a delete there also ${rule === 'cascade' ? 'deletes rows here' : 'empties the reference here'}; such rows come back only from a backup. Agreed by ______`
            : words`From the first step on a delete there fails while a row refers to it; jobs that delete are listed: ______`,
          critical: acts,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
    };
  },
});
