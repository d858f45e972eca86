import { useEffect, useMemo, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { anyAnswered } from '#model/read-answers.ts';
import { readFile } from '#drafts/read-file.ts';
import { engineChoices } from '#knowledge/engines/index.ts';
import type { ResultView } from '#result/result-page.tsx';
import { AppFrame } from '#ui/app-frame.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';
import { Loading } from '#wizard/loading.tsx';
import { WizardWorldProvider, type WizardWorld } from '#wizard/wizard-world.ts';
import { builtVersion } from './built-page.ts';
import { draftTitle, savedWhen } from './draft-title.ts';
import { DraftStatus } from './draft-status.tsx';
import type { NewsItem } from './news.tsx';
import { PageRoute } from './page-route.tsx';
import { PreviewAside } from './preview-aside.tsx';
import { Progress } from './progress.tsx';
import { ResultPlace } from './result-place.tsx';
import { allHref, pageHref, privacyHref, startHref, titleOf } from './routes.ts';
import { StartPage } from './start-page.tsx';
import { tooLarge, tooNew, unreadableLink } from './opening-words.ts';
import { useDraft } from './use-draft.ts';
import { useMade } from './use-made.ts';
import { useEverything } from './use-planning.ts';
import { goInstead, goTo, useRoute } from './use-route.ts';

const firstView: ResultView = { tab: 'runbook', edits: { askFirst: false }, carriesAnswers: true };

/** Where a person stands, what they have answered so far, and what that makes. */
export function Workspace() {
  const form = useFormContext<Answers>();
  const asked = useRoute();
  const route = asked.kind === 'unknown' ? asked.nearest : asked;
  const { making, planning, failed, makeNow } = useMade(form, asked, route.kind === 'result');
  const draft = useDraft(form);
  const [news, setNews] = useState<NewsItem>();
  const [view, setView] = useState(firstView);
  const walked = useWalked(asked);
  const everything = useEverything();

  const { open } = draft;
  const shared = asked.kind === 'shared' ? asked.fragment : undefined;
  const openShared = useRef<string>(undefined);
  useEffect(() => {
    if (shared === undefined || planning === undefined || openShared.current === shared) return;
    openShared.current = shared;
    void planning.readShareFragment(shared).then((read) => {
      if (read.kind === 'read') {
        open(read.answers, undefined);
        setNews({ kind: 'opened', what: 'a link', ignored: read.ignored, answers: read.answers });
        goInstead(pageHref('check'));
        return;
      }
      const says = read.kind === 'broken' ? unreadableLink : read.kind === 'too large' ? tooLarge : tooNew;
      setNews({ kind: 'not opened', says });
      goInstead(startHref);
    });
  }, [open, planning, shared]);

  useEffect(() => {
    if (route.kind === 'start' || route.kind === 'privacy') document.title = titleOf(route);
  }, [route]);

  const made = making.kind === 'made' ? making.made : undefined;
  const world: WizardWorld = useMemo(
    () => ({
      engines: engineChoices,
      offers: planning,
      failed,
      assessment: made?.plan.assessment,
      contradictions: made?.brief.contradictions ?? [],
    }),
    [planning, failed, made],
  );

  const openText = (text: string, name: string): string | undefined => {
    const read = readFile(text);
    if (read.kind === 'newer') return tooNew;
    if (read.kind === 'not ours')
      return `${name} holds no answers of this page. Choose a runbook downloaded here (.md) or answers (.json).`;
    draft.open(read.answers, undefined);
    setNews({ kind: 'opened', what: name, ignored: read.ignored, answers: read.answers });
    goTo(pageHref('check'));
    return undefined;
  };

  const clear = () => {
    const bringBack = draft.clear();
    setView(firstView);
    setNews({ kind: 'cleared', undo: bringBack });
  };

  const present = form.getValues();
  const main = () => {
    switch (route.kind) {
      case 'start':
        return (
          <StartPage
            focused={walked}
            beginHref={pageHref('database')}
            allHref={allHref}
            going={anyAnswered(present) ? { title: draftTitle(present), href: pageHref('check') } : undefined}
            aside={draft.aside.map((each) => ({
              id: each.savedAt,
              title: draftTitle(each.answers),
              when: savedWhen(each.savedAt),
              onOpen: () => {
                draft.takeBack(each);
                setNews(undefined);
                goTo(pageHref('check'));
              },
              onCopy: () => {
                draft.open(each.answers, each.origin);
                setNews(undefined);
                goTo(pageHref('check'));
              },
              onRemove: () => draft.dropAside(each),
            }))}
            examples={planning?.examples}
            onExample={({ title, answers }) => {
              draft.open(answers, `Example: ${title}`);
              setNews(undefined);
              goTo(pageHref('check'));
            }}
            onText={openText}
            onBeginAnew={() => {
              draft.putAside();
              setNews(undefined);
              setView(firstView);
              goTo(pageHref('database'));
            }}
          />
        );
      case 'page':
        return (
          <PreviewAside making={making} planning={planning} answers={() => JSON.stringify(form.getValues())}>
            <PageRoute key={route.page} route={route} focused={walked} planning={planning} makeNow={makeNow} />
          </PreviewAside>
        );
      case 'all':
        return (
          <PreviewAside making={making} planning={planning} answers={() => JSON.stringify(form.getValues())}>
            {planning === undefined ? (
              <Loading what="the questions" />
            ) : (
              <planning.AllRoute focused={walked} makeNow={makeNow} />
            )}
          </PreviewAside>
        );
      case 'result':
        return (
          <ResultPlace
            route={route}
            focused={walked}
            making={making}
            planning={planning}
            view={view}
            onView={setView}
          />
        );
      case 'privacy':
        return planning === undefined ? <Loading what="this page" /> : <planning.PrivacyPage focused={walked} />;
      case 'shared':
        return <Loading what="the link" />;
    }
  };

  return (
    <WizardWorldProvider value={world}>
      <AppFrame
        name={
          <a
            href={startHref}
            className="flex items-center gap-2.5 text-lg font-bold tracking-[-0.01em] hover:text-accent"
          >
            <Mark />
            Switchback
          </a>
        }
        status={<DraftStatus keeping={draft.keeping} onClear={clear} />}
        tools={<ThemeToggle />}
        nav={route.kind === 'page' ? <Progress current={route.page} /> : undefined}
        footer={
          <>
            <p>Nothing you type leaves this page: your browser holds it to its own address.</p>
            {everything && planning ? <planning.OfflineLine /> : null}
            <a href={privacyHref}>Privacy</a>
            {builtVersion() === '' ? null : (
              <p>
                Version <span className="font-mono text-[0.8125rem]">{builtVersion()}</span>
              </p>
            )}
          </>
        }
      >
        {planning === undefined ? null : (
          <planning.News
            news={news}
            onDismiss={() => setNews(undefined)}
            unknown={asked.kind === 'unknown' ? asked.asked : undefined}
            draft={draft}
            quiet={route.kind === 'start' || route.kind === 'privacy'}
          />
        )}
        {main()}
      </AppFrame>
    </WizardWorldProvider>
  );
}

/** Whether the person has walked here from another place of the page, so that focus should follow. */
function useWalked(place: unknown): boolean {
  const [first] = useState(place);
  const [moved, setMoved] = useState(false);
  if (!moved && place !== first) setMoved(true);
  return moved || place !== first;
}

/** The way there and the way back. */
function Mark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M4 6h12a4 4 0 0 1 0 8H8" />
      <path d="m11 10.5-4 3.5 4 3.5" />
    </svg>
  );
}
