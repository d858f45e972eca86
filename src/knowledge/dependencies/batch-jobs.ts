import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const batchJobs = defineDependency({
  id: 'batch-jobs',
  title: 'Batch and scheduled jobs',
  hint: 'Cron jobs, billing runs, imports and clean-ups',
  moves: 'before the contract',
  before: words`List jobs on these tables with their release and longest transaction; schema steps stay outside their hours, long jobs commit in parts.`,
  during: words`Before each schema step see that none is running; pause schedules that could start within the step. A job that started before a deploy goes on with the old code until it ends.`,
  after: words`Start each paused schedule again and tick it off; check that the first run has finished on the new release.`,
  onRollback: words`A job begun under the newer release is ended or waited for, then run again.`,
  signal: words`failed or late runs, and the oldest open transaction`,
  source: manual('https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/'),
});
