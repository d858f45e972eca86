import { after, before, defineDependency, paused } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const batchJobs = defineDependency({
  id: 'batch-jobs',
  title: 'Batch and scheduled jobs',
  hint: 'Cron jobs, billing runs, imports and clean-ups',
  moves: true,
  duties: [
    paused('lock', words`no job of it runs, its schedule is off`),
    after('deploy', words`jobs begun before it have ended: they run the old code`),
    before('departure', words`its code names what stays`),
  ],
  onRollback: words`a job begun under the newer release is ended, then run again`,
  signal: words`failed or late runs, and the oldest open transaction`,
  source: manual('https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/'),
});
