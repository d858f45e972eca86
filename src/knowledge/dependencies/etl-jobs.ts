import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const etlJobs = defineDependency({
  id: 'etl-jobs',
  title: 'ETL jobs',
  hint: 'Nightly or hourly extracts and loads',
  moves: 'before the contract',
  before: words`Does a job read ${code('SELECT *')} or an update time? A fill that touches that time makes an incremental job load every row again.`,
  during: words`Before each schema step see that no run is active. Pause the schedule while rows are filled, if the job reads by time of update.`,
  after: words`Compare one run's row counts and sums with the run before the change. Move the job to the new column before the old one is frozen.`,
  onRollback: words`Jobs that have moved go back first; loads in between run again.`,
  signal: words`minutes, rows and exit of the last run`,
  source: manual('https://docs.getdbt.com/docs/build/incremental-models'),
});
