import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';

const readme = 'https://github.com/pressly/goose/blob/main/README.md';

export const goose = defineStack({
  id: 'goose',
  name: 'Goose',
  role: 'migration tool',
  remembers: 'unconfirmed',
  preparesStatements: 'unconfirmed',
  transaction: words`Each file runs in one transaction; MySQL commits at each change of the schema all the same. ${code('-- +goose NO TRANSACTION')} at the top of the file turns it off, for up and for down.`,
  turnTransactionOff: { language: 'sql', text: '-- +goose NO TRANSACTION' },
  setTimeouts: { language: 'sql', text: '-- +goose Up\n<each guard line of this runbook>' },
  startup: words`Called at the start of the application it runs once for each new process, while the old release serves, and takes no lock unless the provider is given ${code('WithSessionLocker')}. Run it once, as a step of its own.`,
  record: {
    says: words`Write the file so that it changes nothing where the change is there already.`,
    source: unconfirmed(
      'Does your Goose version have a command that marks a file as run, or do you add its row to goose_db_version?',
    ),
  },
  notes: [
    {
      says: words`Without ${code('WithSessionLocker')} locking is disabled: two processes can run the same file at once.`,
      source: manual('https://pkg.go.dev/github.com/pressly/goose/v3#WithSessionLocker'),
    },
    {
      says: words`Functions and triggers stand between ${code('-- +goose StatementBegin')} and ${code('-- +goose StatementEnd')}, or they are cut at their first semicolon.`,
      source: manual(`${readme}#sql-migrations`),
    },
    {
      says: words`Goose knows nothing of the application: what its processes remember of the schema depends on its framework, and is planned as if they remembered columns.`,
      source: unconfirmed(
        'Which library reads and writes these tables, and does it keep their columns or prepared statements?',
      ),
    },
  ],
  source: manual(`${readme}#sql-migrations`),
});
