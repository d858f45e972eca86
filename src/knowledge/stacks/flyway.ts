import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

const reference = 'https://github.com/flyway/flyway/blob/main/documentation/Reference';
const settings = `${reference}/Configuration/Flyway%20Namespace`;

export const flyway = defineStack({
  id: 'flyway',
  name: 'Flyway',
  role: 'migration tool',
  ...toolAlone(
    'Flyway',
    'Which framework reads and writes these tables, and does it keep their columns from its start on?',
  ),
  transaction: {
    says: words`Each script runs in one transaction where the database has transactions for its schema; MySQL and Oracle commit at each change of the schema all the same. A file ${code('V2__name.sql.conf')} beside ${code('V2__name.sql')} with ${code('executeInTransaction=false')} turns it off for that script.`,
    off: { language: 'properties', text: 'executeInTransaction=false' },
    source: manual('https://documentation.red-gate.com/fd/flyway-execute-in-transaction-setting-277578997.html'),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of the script:\n<each guard line of this runbook>' },
  startup: {
    says: words`Spring Boot and other integrations run Flyway whenever a process starts. One process migrates, the others ask for the lock once a second, 50 times by default (${code('lockRetryCount')}), then fail to start: a long step makes a rolling deploy fail half way. Run ${code('flyway migrate')} once, as a step of its own.`,
    source: manual(`${settings}/Flyway%20Lock%20Retry%20Count%20Setting.md`),
  },
  record: {
    says: words`Mark the script as run: ${code('flyway migrate -skipExecutingMigrations=true')} while nothing else is pending (not in every edition).`,
    source: manual('https://documentation.red-gate.com/fd/skip-executing-migrations-224919747.html'),
  },
  migration: sqlFiles({
    file: (lines) => `-- V<version>__<name>.sql
${lines.up.join('\n')}${lines.outside ? '\n-- beside it V<version>__<name>.sql.conf, with the line\n-- executeInTransaction=false' : ''}
-- the way back, a version of its own when it is run (undo migrations, U<version>__<name>.sql, are not in every edition)
${backLines(lines).join('\n')}`,
    source: manual('https://documentation.red-gate.com/fd/migrations-271585107.html'),
  }),
  notes: [
    {
      says: words`On PostgreSQL Flyway holds its own lock in an open transaction, for which ${code('CREATE INDEX CONCURRENTLY')} waits: set ${code('flyway.postgresql.transactional.lock=false')}.`,
      source: manual(
        `${settings}/Flyway%20PostgreSQL%20Namespace/Flyway%20PostgreSQL%20Transactional%20Lock%20Setting.md`,
      ),
    },
    {
      says: words`${code('group=true')} puts all pending scripts into one transaction and holds the first lock until the last is done.`,
      source: manual(`${settings}/Flyway%20Group%20Setting.md`),
    },
    {
      says: words`A script that mixes statements that are refused inside a transaction with others fails, or with ${code('mixed=true')} runs without one.`,
      source: manual(`${settings}/Flyway%20Mixed%20Setting.md`),
    },
  ],
});
