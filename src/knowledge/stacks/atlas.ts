import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

const docs = 'https://atlasgo.io/versioned';

export const atlas = defineStack({
  id: 'atlas',
  name: 'Atlas',
  role: 'migration tool',
  ...toolAlone(
    'Atlas',
    'Which framework reads and writes these tables, and does it keep their columns or prepared statements?',
  ),
  transaction: {
    says: words`Each file runs in one transaction (${code('--tx-mode file')}, the default; ${code('all')} takes one for all files); MySQL commits at each change of the schema all the same. ${code('-- atlas:txmode none')} at the head of a file turns it off, and is refused together with ${code('--tx-mode all')}.`,
    off: { language: 'sql', text: '-- atlas:txmode none' },
    source: manual(`${docs}/apply`),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of the file:\n<each guard line of this runbook>' },
  startup: {
    says: words`${code('atlas migrate apply')} in a start command or init container runs once for each new process, while the old release serves. ${code('--lock-timeout')} (10 s) is the wait for Atlas's own lock and not the database's: later processes fail to start behind a long step. Run it once, as a step of its own.`,
    source: manual(`${docs}/apply`),
  },
  record: {
    says: words`Mark the file as run: ${code('atlas migrate set <version>')}; those before it must have run.`,
    source: manual('https://atlasgo.io/faq/revisions-table-delete-latest'),
  },
  migration: sqlFiles({
    file: (
      lines,
    ) => `${lines.outside ? '-- atlas:txmode none\n\n' : ''}-- <version>_<name>.sql; then atlas migrate hash, atlas migrate lint --latest 1
${lines.up.join('\n')}
-- the way back, a version of its own when it is run
${backLines(lines).join('\n')}`,
    source: manual('https://atlasgo.io/versioned/lint'),
  }),
  notes: [
    {
      says: words`Editing a file after it was made changes its sum: run ${code('atlas migrate hash')} after adding guard lines or a directive.`,
      source: manual('https://atlasgo.io/concepts/migration-directory-integrity'),
    },
  ],
});
