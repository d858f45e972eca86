import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

const readme = 'https://github.com/pressly/goose/blob/main/README.md';

export const goose = defineStack({
  id: 'goose',
  name: 'Goose',
  role: 'migration tool',
  ...toolAlone(
    'Goose',
    'Which library reads and writes these tables, and does it keep their columns or prepared statements?',
  ),
  transaction: {
    says: words`Each file runs in one transaction; MySQL commits at each change of the schema all the same. ${code('-- +goose NO TRANSACTION')} at the top of the file turns it off, for up and for down.`,
    off: { language: 'sql', text: '-- +goose NO TRANSACTION' },
    source: manual(`${readme}#sql-migrations`),
  },
  setTimeouts: { language: 'sql', text: '-- +goose Up\n<each guard line of this runbook>' },
  startup: {
    says: words`Called at the start of the application it runs once for each new process, while the old release serves, and takes no lock unless the provider is given ${code('WithSessionLocker')}. Run it once, as a step of its own.`,
    source: manual('https://pkg.go.dev/github.com/pressly/goose/v3#WithSessionLocker'),
  },
  record: {
    says: words`Write the file so that it changes nothing where the change is there already.`,
    source: unconfirmed(
      'Does your Goose version have a command that marks a file as run, or do you add its row to goose_db_version?',
    ),
  },
  migration: sqlFiles({
    sql: (statement) =>
      statement.includes(';') ? `-- +goose StatementBegin\n${statement};\n-- +goose StatementEnd` : `${statement};`,
    file: (lines) => `${lines.outside ? '-- +goose NO TRANSACTION\n' : ''}-- +goose Up
${lines.up.join('\n')}

-- +goose Down
${backLines(lines).join('\n')}`,
    source: manual(`${readme}#sql-migrations`),
  }),
  notes: [
    {
      says: words`Without ${code('WithSessionLocker')} locking is disabled: two processes can run the same file at once.`,
      source: manual('https://pkg.go.dev/github.com/pressly/goose/v3#WithSessionLocker'),
    },
    {
      says: words`Functions and triggers stand between ${code('-- +goose StatementBegin')} and ${code('-- +goose StatementEnd')}, or they are cut at their first semicolon.`,
      source: manual(`${readme}#sql-migrations`),
    },
  ],
});
