import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';

const repository = 'https://github.com/golang-migrate/migrate/blob/master';

export const golangMigrate = defineStack({
  id: 'golang-migrate',
  name: 'golang-migrate',
  role: 'migration tool',
  remembers: 'unconfirmed',
  preparesStatements: 'unconfirmed',
  transaction: words`No directive: the file decides. On PostgreSQL the statements of one file are sent together and run in one transaction, so a statement that is refused inside one stands alone in its file (or ${code('x-multi-statement=true')} in the URL sends each by itself). On MySQL each change of the schema commits, and a failure leaves the rest of the file undone.`,
  setTimeouts: {
    language: 'sql',
    text: '-- first lines of the file, unless its one statement must stand alone:\n<each guard line of this runbook>',
  },
  startup: words`Called at the start of the application it runs once for each new process, while the old release serves. The PostgreSQL and MySQL drivers take a lock, others may not; ${code('-lock-timeout')} (15 s) is the wait for that lock and not the database's. Run it once, as a step of its own.`,
  record: {
    says: words`Mark the file as run: ${code('migrate force <version>')}; those before it must have run.`,
    source: manual(`${repository}/cmd/migrate/README.md`),
  },
  notes: [
    {
      says: words`A failed file leaves the version dirty and nothing more runs: repair by hand, then ${code('migrate force <version>')}. Write that into the way back.`,
      source: manual(`${repository}/GETTING_STARTED.md#forcing-your-database-version`),
    },
    {
      says: words`Where the statement stands alone in its file, timeouts come from the role, or from ${code('x-statement-timeout')} in the URL, in milliseconds.`,
      source: manual(`${repository}/database/pgx/README.md`),
    },
    {
      says: words`The tool knows nothing of the application: what its processes remember of the schema depends on its framework, and is planned as if they remembered columns.`,
      source: unconfirmed(
        'Which library reads and writes these tables, and does it keep their columns or prepared statements?',
      ),
    },
  ],
  source: manual(`${repository}/database/postgres/README.md#multi-statement-mode`),
});
