import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const applicationDeploys = defineDependency({
  id: 'application-deploys',
  title: 'Application deploys',
  hint: 'Releases of this or another team that go out around the same time',
  moves: 'before the switch',
  before: words`No other deploy of them from a schema step to the end of its watch; a redeploy of the release before was tried today.`,
  during: words`Wait until every process runs the release of the phase: web, workers, schedulers, consoles and one-off jobs. A phase begins with the last process and not with the first.`,
  after: words`Write down the oldest release that may still be brought back; delete older images from the list of the deploy tool.`,
  onRollback: words`Features shipped in between go back too.`,
  signal: words`processes by release`,
  source: manual('https://sre.google/sre-book/release-engineering/'),
});
