import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';

export const drizzle = defineStack({
  id: 'drizzle',
  name: 'Drizzle',
  role: 'both',
  remembers: 'nothing',
  preparesStatements: 'unconfirmed',
  ignoreColumn: (table, column) => ({
    language: 'ts',
    text: `// take ${column} out of the table definition of ${table}; its generated migration waits for the contract phase`,
  }),
  transaction: words`All pending migrations run in one transaction, and no directive takes one of them out. Run a statement that is refused inside a transaction by hand, and keep it out of the migration folder.`,
  setTimeouts: { language: 'sql', text: '-- first lines of the migration:\n<each guard line of this runbook>' },
  startup: words`${code('migrate()')} at the start of the application runs once for each new process, while the old release serves, and holds the locks of all pending migrations until the last is done. Run it once, as a step of its own.`,
  record: {
    says: words`Write the generated file so that it changes nothing where the change is there already.`,
    source: unconfirmed(
      'Does your Drizzle version have a command that marks a migration in __drizzle_migrations as run?',
    ),
  },
  notes: [
    {
      says: words`Columns come from the table definitions of the release: a new column does not disturb running processes, but ${code('select()')} names every column of its definition, so a column must be out of the definitions of every running release before it goes.`,
      source: manual('https://orm.drizzle.team/docs/select'),
    },
    {
      says: words`The migrator wraps ${code('CREATE INDEX CONCURRENTLY')} in its transaction too, and the server refuses it.`,
      source: manual('https://github.com/drizzle-team/drizzle-orm/issues/860'),
    },
    {
      says: words`Whether statements stay prepared depends on the driver and on ${code('.prepare()')}; it is planned as if they did.`,
      source: unconfirmed('Does the application use .prepare(name), or a driver that keeps prepared statements?'),
    },
    {
      says: words`Whether two processes that migrate at once wait for each other is not confirmed; it is planned as if they did not.`,
      source: unconfirmed('Does your Drizzle version hold a lock while migrations run?'),
    },
  ],
  source: manual('https://orm.drizzle.team/docs/migrations'),
});
