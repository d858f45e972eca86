import { before, defineDependency, during, paused } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { code, words } from '#model/text.ts';

export const etlJobs = defineDependency({
  id: 'etl-jobs',
  title: 'ETL jobs',
  hint: 'Nightly or hourly extracts and loads',
  moves: true,
  duties: [
    before('arrival', words`bears what is new (${code('SELECT *')}, fixed lists)`),
    during('lock', words`no run active`),
    paused('rows', words`off, if it reads by update time`),
    before('departure', words`reads what stays`),
  ],
  onRollback: words`first; loads since run again`,
  signal: words`minutes, rows and exit of the last run`,
  source: manual('https://docs.getdbt.com/docs/build/incremental-models'),
});
