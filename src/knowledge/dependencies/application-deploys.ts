import { before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const applicationDeploys = defineDependency({
  id: 'application-deploys',
  title: 'Application deploys',
  hint: 'Releases of this or another team that go out around the same time',
  moves: true,
  duties: [during('lock', words`none until its watch ends`), before('departure', words`none of them names what goes`)],
  onRollback: words`features shipped since go back too`,
  signal: words`processes by release`,
  source: manual('https://sre.google/sre-book/release-engineering/'),
});
