import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

const repository = 'https://github.com/golang-migrate/migrate/blob/master';

export const golangMigrate = defineStack({
  id: 'golang-migrate',
  name: 'golang-migrate',
  role: 'migration tool',
  ...toolAlone(
    'The tool',
    'Which library reads and writes these tables, and does it keep their columns or prepared statements?',
  ),
  transaction: {
    says: words`No directive: the file decides. On PostgreSQL the statements of one file are sent together and run in one transaction, so a statement that is refused inside one stands alone in its file (or ${code('x-multi-statement=true')} in the URL sends each by itself). On MySQL each change of the schema commits, and a failure leaves the rest of the file undone.`,
    off: {
      because: words`no directive: that statement stands alone in its file (on SQLite ${code('x-no-tx-wrap=true')} in the URL)`,
    },
    source: manual(`${repository}/database/postgres/README.md#multi-statement-mode`),
  },
  setTimeouts: {
    language: 'sql',
    text: '-- first lines of the file, unless its one statement must stand alone:\n<each guard line of this runbook>',
  },
  startup: {
    says: words`Called at the start of the application it runs once for each new process, while the old release serves. The PostgreSQL and MySQL drivers take a lock, others may not; ${code('-lock-timeout')} (15 s) is the wait for that lock and not the database's. Run it once, as a step of its own.`,
    source: manual(`${repository}/README.md`),
  },
  record: {
    says: words`Mark the file as run: ${code('migrate force <version>')}; those before it must have run.`,
    source: manual(`${repository}/cmd/migrate/README.md`),
  },
  migration: sqlFiles({
    file: (lines) => `-- <version>_<name>.up.sql
${lines.up.join('\n')}
-- <version>_<name>.down.sql
${backLines(lines).join('\n')}`,
    source: manual(`${repository}/MIGRATIONS.md`),
  }),
  notes: [
    {
      says: words`A failed file leaves the version dirty and nothing more runs: repair by hand, then ${code('migrate force <version>')}. Write that into the way back.`,
      source: manual(`${repository}/GETTING_STARTED.md#forcing-your-database-version`),
    },
    {
      says: words`Where the statement stands alone in its file, timeouts come from the role, or from ${code('x-statement-timeout')} in the URL, in milliseconds.`,
      source: manual(`${repository}/database/pgx/README.md`),
    },
  ],
});
