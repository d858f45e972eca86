import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';

export const drizzle = defineStack({
  id: 'drizzle',
  name: 'Drizzle',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Columns come from the table definitions of the release: a new column does not disturb running processes, but ${code('select()')} names every column of its definition, so a column must be out of the definitions of every running release before it goes.`,
    source: manual('https://orm.drizzle.team/docs/select'),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether statements stay prepared depends on the driver and on ${code('.prepare()')}; it is planned as if they did.`,
    source: unconfirmed('Does the application use .prepare(name), or a driver that keeps prepared statements?'),
  },
  ignoreColumn: {
    because: words`queries name the columns of a definition: the release has none for it, and the drop that is generated of that waits for the contract phase`,
  },
  transaction: {
    says: words`All pending migrations run in one transaction, and no directive takes one of them out. Run a statement that is refused inside a transaction by hand, and keep it out of the migration folder.`,
    off: {
      because: words`no directive takes one migration out: run that statement by hand and keep it out of the folder`,
    },
    source: manual('https://orm.drizzle.team/docs/migrations'),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of the migration:\n<each guard line of this runbook>' },
  startup: {
    says: words`${code('migrate()')} at the start of the application runs once for each new process, while the old release serves, and holds the locks of all pending migrations until the last is done. Run it once, as a step of its own.`,
    source: manual('https://orm.drizzle.team/docs/migrations'),
  },
  record: {
    says: words`Write the generated file so that it changes nothing where the change is there already.`,
    source: unconfirmed(
      'Does your Drizzle version have a command that marks a migration in __drizzle_migrations as run?',
    ),
  },
  migration: sqlFiles({
    file: (
      lines,
    ) => `-- made by drizzle-kit generate --custom${lines.outside ? '; run by hand and kept out of the folder' : ''}
${lines.up.join('\n--> statement-breakpoint\n')}
-- the way back, a migration of its own when it is run
${backLines(lines).join('\n')}`,
    source: manual('https://orm.drizzle.team/docs/kit-custom-migrations'),
  }),
  notes: [
    {
      says: words`The migrator wraps ${code('CREATE INDEX CONCURRENTLY')} in its transaction too, and the server refuses it.`,
      source: manual('https://github.com/drizzle-team/drizzle-orm/issues/860'),
    },
    {
      says: words`Whether two processes that migrate at once wait for each other is not confirmed; it is planned as if they did not.`,
      source: unconfirmed('Does your Drizzle version hold a lock while migrations run?'),
    },
  ],
});
