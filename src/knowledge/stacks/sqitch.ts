import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { backLines, sqlFiles } from './forms/sql-files.ts';
import { toolAlone } from './forms/tool-alone.ts';

const docs = 'https://sqitch.org/docs/manual';

export const sqitch = defineStack({
  id: 'sqitch',
  name: 'Sqitch',
  role: 'migration tool',
  ...toolAlone(
    'Sqitch',
    'Which framework reads and writes these tables, and does it keep their columns or prepared statements?',
  ),
  transaction: {
    says: words`The script decides: what stands between ${code('BEGIN;')} and ${code('COMMIT;')} is one transaction, and the templates write both. Delete the two lines for a statement that is refused inside one; such a script holds one statement.`,
    off: { because: words`no directive: delete ${code('BEGIN;')} and ${code('COMMIT;')} of that script` },
    source: manual('https://sqitch.org/docs/manual/sqitchtutorial/'),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of the deploy script:\n<each guard line of this runbook>' },
  startup: {
    says: words`${code('sqitch deploy')} in a start command runs once for each new process, while the old release serves. Where the engine has advisory locks, others wait for it up to ${code('--lock-timeout')} (60 s), then fail to start. Run it once, as a step of its own.`,
    source: manual(`${docs}/sqitch-deploy/`),
  },
  record: {
    says: words`Mark the change as deployed: ${code('sqitch deploy --log-only --to-change <change>')}; it logs all pending ones before it too.`,
    source: manual('https://metacpan.org/pod/release/DWHEELER/App-Sqitch-0.9997/lib/sqitch-deploy-usage.pod'),
  },
  migration: sqlFiles({
    file: (lines) => {
      const script = (body: readonly string[]) => (lines.outside ? body : ['BEGIN;', ...body, 'COMMIT;']).join('\n');
      return `-- deploy/<name>.sql\n${script(lines.up)}\n-- revert/<name>.sql\n${script(backLines(lines))}`;
    },
    source: manual(`${docs}/sqitchtutorial/`),
  }),
  notes: [
    {
      says: words`When a change fails, ${code('sqitch deploy')} reverts every change of that run by default. Deploy with ${code('--mode change')}, so that the way back is the one of this runbook.`,
      source: manual(`${docs}/sqitch-deploy/`),
    },
    {
      says: words`Sqitch takes a failed script for one that changed nothing: without a transaction, undo by hand what it had done.`,
      source: manual(`${docs}/sqitch-deploy/`),
    },
  ],
});
