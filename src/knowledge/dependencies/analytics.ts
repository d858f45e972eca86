import { before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const analytics = defineDependency({
  id: 'analytics',
  title: 'Analytics and dashboards',
  hint: 'BI tools, reports and notebooks',
  moves: true,
  duties: [during('lock', words`no long query`), before('departure', words`reports and model read what stays`)],
  onRollback: words`moved reports; name the extracts made since`,
  signal: words`failed or empty reports, queries > 1 min`,
  source: manual('https://www.metabase.com/docs/latest/databases/sync-scan'),
});
