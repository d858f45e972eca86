import { pages } from '#model/pages/index.ts';
import { DatabasePage } from '#wizard/database-page.tsx';
import { TipsBeside } from '#wizard/tips-beside.tsx';
import { WizardPage } from '#wizard/wizard-page.tsx';
import { pageBodies } from './page-bodies.tsx';
import { PageSecrets } from './page-secrets.tsx';
import { pageHref, startHref, titleOf } from './routes.ts';
import type { Making } from './use-made.ts';
import { useProblems } from './use-problems.ts';
import { useShortcuts } from './use-shortcuts.ts';

const bodies = { database: DatabasePage, ...pageBodies };

const asking = pages.flatMap((page) => (page.id === 'check' ? [] : [page]));
const askedHere = asking.map(({ id }) => id);

/** The same pages, one under the other, for those who know what will be asked. */
export function AllRoute({ focused, makeNow }: { focused: boolean; makeNow: () => Promise<Making> }) {
  const { problems, attempt, goOn } = useProblems(askedHere, makeNow, titleOf({ kind: 'all' }));
  const onwards = pageHref('check');
  useShortcuts({ enter: () => void goOn(onwards) });

  return (
    <WizardPage
      id="all"
      title="All questions on one page"
      eyebrow="Steps 1 to 6 of 7"
      backHref={startHref}
      backTitle="Back"
      focused={focused}
      problems={problems}
      attempt={attempt}
      continueTitle="Check my answers"
      onContinue={() => void goOn(onwards)}
      skipHref={undefined}
    >
      {asking.map(({ id, title }) => {
        const Body = bodies[id];
        return (
          <section key={id} aria-labelledby={`page-${id}`} className="grid gap-6 border-t border-line pt-7">
            <div className="grid gap-2">
              <h2 id={`page-${id}`} className="text-xl font-bold tracking-[-0.01em]">
                {title}
              </h2>
              <TipsBeside page={id} />
            </div>
            <Body />
            <PageSecrets page={id} />
          </section>
        );
      })}
    </WizardPage>
  );
}
