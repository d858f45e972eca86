import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

export const plainSql = defineStack({
  id: 'plain-sql',
  name: 'Plain SQL',
  role: 'migration tool',
  ...toolAlone(
    'A file of SQL',
    'Which framework reads and writes these tables, and does it keep their columns or prepared statements?',
  ),
  transaction: {
    says: words`The file decides. Where nothing opens a transaction, each statement commits by itself and a failure leaves those before it in place: stop at the first error, and write down how far the file came.`,
    off: { because: words`no directive: the file opens no transaction around that statement` },
    source: unconfirmed(
      'Which program runs the SQL files, does it stop at the first error, and does it open a transaction?',
    ),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of every file:\n<each guard line of this runbook>' },
  startup: {
    says: words`Scripts in a start command run once for each new process, while the old release serves, and nothing keeps two from running at once. Run each file once, by one person, with a second who reads along.`,
    source: unconfirmed('Does a start command run SQL files, and what keeps two processes from running one at once?'),
  },
  record: {
    says: words`Note the file as run, or write it so that it changes nothing where the change is there already.`,
    source: unconfirmed('Where does your team write down which SQL files have run?'),
  },
  migration: sqlFiles({
    file: (lines) => `-- <version>_<name>.sql${lines.outside ? ', without BEGIN' : ''}
${lines.up.join('\n')}
-- <version>_<name>.back.sql
${backLines(lines).join('\n')}`,
    source: unconfirmed('How does your team name its SQL files and their ways back?'),
  }),
  notes: [
    {
      says: words`${code('psql')} goes on after an error unless ${code('ON_ERROR_STOP')} is set.`,
      source: manual('https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES-ON-ERROR-STOP'),
    },
  ],
});
