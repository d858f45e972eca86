import { unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';

export const other = defineStack({
  id: 'other',
  name: 'Something else',
  role: 'both',
  remembers: {
    what: 'unconfirmed',
    says: words`What processes remember of the schema is not confirmed; it is planned as if they remembered columns and kept prepared statements.`,
    source: unconfirmed(
      'Does a process keep the columns of a table, their defaults or prepared statements from its start on?',
    ),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether statements stay prepared is not confirmed; it is planned as if they did.`,
    source: unconfirmed('Does the application keep prepared statements, by name or by its driver?'),
  },
  ignoreColumn: { because: words`not confirmed: find out how a release leaves a column out of its queries` },
  transaction: {
    says: words`Not confirmed: find out whether each migration runs in a transaction, and how one is taken out.`,
    off: { because: words`not confirmed: find out how a migration is taken out of its transaction` },
    source: unconfirmed(
      'Does the migration tool run each migration in a transaction, and which directive turns that off?',
    ),
  },
  setTimeouts: {
    language: 'text',
    text: '<each guard line of this runbook>, on the connection that runs the migration',
  },
  startup: {
    says: words`Not confirmed: if migrations run when a process starts, they run while the old release serves. Turn that off and run them once, as a step of their own.`,
    source: unconfirmed('Do migrations run when a process starts, and do two that start at once wait for each other?'),
  },
  record: {
    says: words`Mark the migration as run, or write it so that it changes nothing where the change is there already.`,
    source: unconfirmed('How does the migration tool mark a migration as run without running it?'),
  },
  migration: sqlFiles({
    file: (lines) => `-- there${lines.outside ? ', outside a transaction' : ''}
${lines.up.join('\n')}
-- back
${backLines(lines).join('\n')}`,
    source: unconfirmed('How does the migration tool write a migration and its way back?'),
  }),
  notes: [],
});
