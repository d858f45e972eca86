import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { pages, type PageId } from '#model/pages/index.ts';
import { focusField } from '#ui/focus-field.ts';
import type { AnswerPath } from '#wizard/ask.tsx';
import { DatabasePage } from '#wizard/database-page.tsx';
import { Loading } from '#wizard/loading.tsx';
import { WizardPage, type Problem } from '#wizard/wizard-page.tsx';
import { goTo } from './use-route.ts';
import { pageHref, resultHref, startHref, titleOf, type Route } from './routes.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { Making } from './use-made.ts';
import type { Planning } from './use-planning.ts';

type PageRouteProps = {
  route: Extract<Route, { kind: 'page' }>;
  focused: boolean;
  planning: Planning | undefined;
  makeNow: () => Making;
};

/** One page of the wizard: checks what was typed when the person goes on, once, and then lets them. */
export function PageRoute({ route, focused, planning, makeNow }: PageRouteProps) {
  const { page, back, at } = route;
  const { setError, clearErrors } = useFormContext<Answers>();
  const [found, setFound] = useState<{ readonly problems: readonly Problem[]; readonly attempt: number }>({
    problems: [],
    attempt: 0,
  });
  const here = pages.findIndex(({ id }) => id === page);
  const [before, after] = [pages[here - 1], pages[here + 1]];
  const Body = page === 'database' ? DatabasePage : planning?.pageBodies[page];
  const drawn = Body !== undefined;
  const onwards = back ? pageHref('check') : after === undefined ? resultHref : pageHref(after.id);

  useEffect(() => {
    if (at !== '' && drawn) focusField(at);
  }, [at, drawn]);

  useEffect(() => {
    document.title = `${found.problems.length > 0 ? 'Error: ' : ''}${titleOf(route)}`;
  }, [found, route]);

  useEffect(() => () => clearErrors(), [clearErrors]);

  const goOn = () => {
    const problems = problemsOf(makeNow(), page);
    const known = new Set(found.problems.map(({ message }) => message));
    clearErrors();
    problems.forEach(({ id, message }) => setError(id as AnswerPath, { type: 'contradiction', message }));
    if (problems.some(({ message }) => !known.has(message))) {
      setFound({ problems, attempt: found.attempt + 1 });
    } else {
      goTo(onwards);
    }
  };
  useShortcuts({ enter: goOn });

  return (
    <WizardPage
      id={page}
      title={pages[here]?.title ?? ''}
      eyebrow={`Step ${here + 1} of ${pages.length}`}
      backHref={back ? pageHref('check') : before === undefined ? startHref : pageHref(before.id)}
      backTitle={back ? 'Back to the summary' : 'Back'}
      focused={focused && at === ''}
      problems={found.problems}
      attempt={found.attempt}
      continueTitle={after === undefined ? 'Create my plan' : back ? 'Back to the summary' : 'Continue'}
      onContinue={goOn}
      skipHref={page === 'check' || back || here < 3 ? undefined : pageHref('check')}
    >
      {Body === undefined ? <Loading what="the questions of this page" /> : <Body />}
      {planning === undefined || page === 'check' ? null : <planning.PageSecrets page={page} />}
    </WizardPage>
  );
}

/** What cannot be as it stands on this page. The summary lists everything itself and stops nobody. */
function problemsOf(making: Making, page: PageId): readonly Problem[] {
  if (making.kind !== 'made' || page === 'check') return [];
  const all = making.made.brief.contradictions.filter((contradiction) => contradiction.page === page);
  return all.map(({ field, says }) => ({ id: `${page}.${field}`, message: says }));
}
