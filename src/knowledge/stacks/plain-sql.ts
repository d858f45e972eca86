import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';

export const plainSql = defineStack({
  id: 'plain-sql',
  name: 'Plain SQL',
  role: 'migration tool',
  remembers: 'unconfirmed',
  preparesStatements: 'unconfirmed',
  transaction: words`The file decides. Where nothing opens a transaction, each statement commits by itself and a failure leaves those before it in place: stop at the first error, and write down how far the file came.`,
  setTimeouts: { language: 'sql', text: '-- first lines of every file:\n<each guard line of this runbook>' },
  startup: words`Scripts in a start command run once for each new process, while the old release serves, and nothing keeps two from running at once. Run each file once, by one person, with a second who reads along.`,
  record: {
    says: words`Note the file as run, or write it so that it changes nothing where the change is there already.`,
    source: unconfirmed('Where does your team write down which SQL files have run?'),
  },
  notes: [
    {
      says: words`${code('psql')} goes on after an error unless ${code('ON_ERROR_STOP')} is set.`,
      source: manual('https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES-ON-ERROR-STOP'),
    },
    {
      says: words`What the application's processes remember of the schema depends on its framework, and is planned as if they remembered columns.`,
      source: unconfirmed(
        'Which framework reads and writes these tables, and does it keep their columns or prepared statements?',
      ),
    },
  ],
  source: unconfirmed(
    'Which program runs the SQL files, does it stop at the first error, and does it open a transaction?',
  ),
});
