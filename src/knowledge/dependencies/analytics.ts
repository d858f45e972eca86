import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const analytics = defineDependency({
  id: 'analytics',
  title: 'Analytics and dashboards',
  hint: 'BI tools, reports and notebooks',
  moves: 'before the contract',
  before: words`List the reports that name the columns; no long queries during schema steps.`,
  during: words`A long report holds back a schema step, and everything after it waits behind the step: end it or wait for it first.`,
  after: words`Move reports to the new column while the old one is still kept equal, and refresh the tool's model of the schema.`,
  onRollback: words`Reports that have moved go back; say which days extracts were made in between.`,
  signal: words`failed or empty reports, queries > 1 min`,
  source: manual('https://www.metabase.com/docs/latest/databases/sync-scan'),
});
