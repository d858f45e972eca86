import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { liquibaseMigration } from './forms/liquibase.ts';
import { toolAlone } from './forms/tool-alone.ts';

const docs = 'https://docs.liquibase.com';

export const liquibase = defineStack({
  id: 'liquibase',
  name: 'Liquibase',
  role: 'migration tool',
  ...toolAlone(
    'Liquibase',
    'Which framework reads and writes these tables, and does it keep their columns from its start on?',
  ),
  transaction: {
    says: words`Each changeset runs in one transaction where the database allows it; MySQL, MariaDB and Oracle commit at each change of the schema all the same. ${code('runInTransaction:false')} on the changeset turns it off; such a changeset holds one statement, or a failure leaves ${code('DATABASECHANGELOG')} wrong.`,
    off: { language: 'sql', text: '-- changeset <author>:<id> runInTransaction:false' },
    source: manual(`${docs}/concepts/changelogs/attributes/run-in-transaction.html`),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of the changeset:\n<each guard line of this runbook>' },
  startup: {
    says: words`Integrations run Liquibase whenever a process starts. One process takes the row in ${code('DATABASECHANGELOGLOCK')}, the others wait; a process killed meanwhile, for example by a readiness probe, leaves it taken until ${code('liquibase release-locks')}. Run ${code('liquibase update')} once, as a step of its own.`,
    source: manual(`${docs}/commands/utility/release-locks.html`),
  },
  record: {
    says: words`Mark the changeset as run while it is the next one: ${code('liquibase mark-next-changeset-ran')}.`,
    source: manual(
      'https://docs.oracle.com/en/database/oracle/sql-developer-command-line/25.1/sqcug/mark-next-changeset-ran.html',
    ),
  },
  migration: liquibaseMigration,
  notes: [
    {
      says: words`Look for a lock that was left behind before the window: ${code('liquibase list-locks')}.`,
      source: manual(`${docs}/commands/utility/release-locks.html`),
    },
  ],
});
