import { defineChange } from '#model/change.ts';
import { expressionField, nameField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { openFields } from '../patterns/open-fields.ts';
import type { ProvedConstraint } from '../patterns/proved-constraint.ts';
import { constraintChecks, constraintStrategy, provedConstraint } from '../patterns/proved-constraint.ts';
import { needsNothing } from '../patterns/table-needs.ts';

const fields = {
  table: tableField,
  constraint: nameField('Constraint', { essential: true, gives: 'the name in every statement' }),
  expression: expressionField('What must hold in every row', {
    essential: true,
    placeholder: 'amount >= 0',
    gives: 'the constraint, and the count of rows that break it',
  }),
} as const;

export const addCheck = defineChange({
  id: 'add-check',
  title: 'Add a check',
  group: 'Constraints',
  hint: 'A condition that every row must meet',
  nature: 'additive',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, constraint, expression] = [
      context.name('table'),
      context.name('constraint'),
      context.name('expression'),
    ];
    const proved: ProvedConstraint = {
      table,
      constraint,
      added: engine.addCheck({ table, constraint, expression }),
      proved: engine.validateConstraint({ table, constraint }),
      violators: engine.query.countViolations({ table, expression }),
      breaks: 'rows that break the condition',
    };
    return {
      summary: words`Every row of ${code(table)} must meet ${code(expression)}, as ${code(constraint)}`,
      strategy: constraintStrategy(
        context,
        proved,
        {
          apart: words`Reading all of ${code(table)} and holding up its writers are kept apart.`,
          together: words`the table would be read as a whole while every writer waits, and one wrong row undoes it all`,
        },
        {
          what: words`The condition in the application alone`,
          because: words`jobs, consoles and the release that comes back in a rollback do not know it`,
        },
      ),
      before: [{ kind: 'add-table', table }],
      copies: [],
      application: { today: needsNothing },
      phases: provedConstraint(context, proved),
      checks: constraintChecks(context, proved),
      checklist: [
        {
          title: words`Writers of ${code(table)}`,
          detail: words`Every release that runs or may come back, every job and import keeps to ${code(expression)}: checked in the code or on a day of production’s writes by ______`,
          critical: true,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
    };
  },
});
