import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';

const docs = 'https://sqitch.org/docs/manual';

export const sqitch = defineStack({
  id: 'sqitch',
  name: 'Sqitch',
  role: 'migration tool',
  remembers: 'unconfirmed',
  preparesStatements: 'unconfirmed',
  transaction: words`The script decides: what stands between ${code('BEGIN;')} and ${code('COMMIT;')} is one transaction, and the templates write both. Delete the two lines for a statement that is refused inside one; such a script holds one statement.`,
  setTimeouts: { language: 'sql', text: '-- first lines of the deploy script:\n<each guard line of this runbook>' },
  startup: words`${code('sqitch deploy')} in a start command runs once for each new process, while the old release serves. Where the engine has advisory locks, others wait for it up to ${code('--lock-timeout')} (60 s), then fail to start. Run it once, as a step of its own.`,
  record: {
    says: words`Mark the change as deployed: ${code('sqitch deploy --log-only --to-change <change>')}; it logs all pending ones before it too.`,
    source: manual('https://metacpan.org/pod/release/DWHEELER/App-Sqitch-0.9997/lib/sqitch-deploy-usage.pod'),
  },
  notes: [
    {
      says: words`When a change fails, ${code('sqitch deploy')} reverts every change of that run by default. Deploy with ${code('--mode change')}, so that the way back is the one of this runbook.`,
      source: manual(`${docs}/sqitch-deploy/`),
    },
    {
      says: words`Sqitch takes a failed script for one that changed nothing: without a transaction, undo by hand what it had done.`,
      source: manual(`${docs}/sqitch-deploy/`),
    },
    {
      says: words`Sqitch knows nothing of the application: what its processes remember of the schema depends on its framework, and is planned as if they remembered columns.`,
      source: unconfirmed(
        'Which framework reads and writes these tables, and does it keep their columns or prepared statements?',
      ),
    },
  ],
  source: manual('https://sqitch.org/docs/manual/sqitchtutorial/'),
});
