import { useEffect } from 'react';
import { pages } from '#model/pages/index.ts';
import { focusField } from '#ui/focus-field.ts';
import { DatabasePage } from '#wizard/database-page.tsx';
import { Loading } from '#wizard/loading.tsx';
import { WizardPage } from '#wizard/wizard-page.tsx';
import { pageHref, resultHref, startHref, titleOf, type Route } from './routes.ts';
import { useProblems } from './use-problems.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { Making } from './use-made.ts';
import type { Planning } from './use-planning.ts';

type PageRouteProps = {
  route: Extract<Route, { kind: 'page' }>;
  focused: boolean;
  planning: Planning | undefined;
  makeNow: () => Promise<Making>;
};

/** One page of the wizard: checks what was typed when the person goes on, once, and then lets them. */
export function PageRoute({ route, focused, planning, makeNow }: PageRouteProps) {
  const { page, back, at } = route;
  const here = pages.findIndex(({ id }) => id === page);
  const [before, after] = [pages[here - 1], pages[here + 1]];
  const Body = page === 'database' ? DatabasePage : planning?.pageBodies[page];
  const drawn = Body !== undefined;
  const onwards = back ? pageHref('check') : after === undefined ? resultHref : pageHref(after.id);

  useEffect(() => {
    if (at !== '' && drawn) focusField(at);
  }, [at, drawn]);

  const { problems, attempt, goOn } = useProblems([page], makeNow, titleOf(route));
  useShortcuts({ enter: () => void goOn(onwards) });

  return (
    <WizardPage
      id={page}
      title={pages[here]?.title ?? ''}
      eyebrow={`Step ${here + 1} of ${pages.length}`}
      backHref={back ? pageHref('check') : before === undefined ? startHref : pageHref(before.id)}
      backTitle={back ? 'Back to the summary' : 'Back'}
      focused={focused && at === ''}
      problems={problems}
      attempt={attempt}
      continueTitle={after === undefined ? 'Create my plan' : back ? 'Back to the summary' : 'Continue'}
      onContinue={() => void goOn(onwards)}
      skipHref={page === 'check' || back || here < 3 ? undefined : pageHref('check')}
    >
      {Body === undefined ? <Loading what="the questions of this page" /> : <Body />}
      {planning === undefined || page === 'check' ? null : <planning.PageSecrets page={page} />}
    </WizardPage>
  );
}
