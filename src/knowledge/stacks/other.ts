import { unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { words } from '#model/text.ts';

export const other = defineStack({
  id: 'other',
  name: 'Something else',
  role: 'both',
  remembers: 'unconfirmed',
  preparesStatements: 'unconfirmed',
  transaction: words`Not confirmed: find out whether each migration runs in a transaction, and how one is taken out.`,
  startup: words`Not confirmed: if migrations run when a process starts, they run while the old release serves. Turn that off and run them once, as a step of their own.`,
  record: {
    says: words`Mark the migration as run, or write it so that it changes nothing where the change is there already.`,
    source: unconfirmed('How does the migration tool mark a migration as run without running it?'),
  },
  notes: [
    {
      says: words`What processes remember of the schema is not confirmed; it is planned as if they remembered columns and kept prepared statements.`,
      source: unconfirmed(
        'Does a process keep the columns of a table, their defaults or prepared statements from its start on?',
      ),
    },
  ],
  source: unconfirmed(
    'Does the migration tool run each migration in a transaction, and which directive turns that off?',
  ),
});
