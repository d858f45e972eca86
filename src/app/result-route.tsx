import { useCallback } from 'react';
import { toShareFragment } from '#drafts/share-link.ts';
import { withoutFreeText } from '#drafts/without-free-text.ts';
import { writeDraft } from '#drafts/envelope.ts';
import { changes } from '#knowledge/changes/registry.ts';
import { download } from '#result/download.ts';
import { ResultPage, type ResultView } from '#result/result-page.tsx';
import { TipsBeside } from '#wizard/tips-beside.tsx';
import type { Made } from './make-documents.ts';
import { pageHref } from './routes.ts';
import { useSecrets } from './use-secrets.ts';
import { useShortcuts } from './use-shortcuts.ts';

type ResultRouteProps = {
  made: Made;
  focused: boolean;
  view: ResultView;
  onView: (view: ResultView) => void;
};

/** The outcome, with what it takes to share and keep it. */
export function ResultRoute({ made, focused, view, onView }: ResultRouteProps) {
  const { answers } = made.brief;
  useShortcuts({ s: () => download(made.fileName, view.carriesAnswers ? made.markdown : made.markdownAlone) });

  const makeLink = useCallback(
    async (options: { withoutFreeText: boolean }) => {
      const fragment = await toShareFragment(options.withoutFreeText ? withoutFreeText(answers, isFreeField) : answers);
      return `${window.location.href.replace(/#.*$/, '')}#${fragment}`;
    },
    [answers],
  );

  const secrets = useSecrets(answers);

  return (
    <ResultPage
      made={made}
      focused={focused}
      backHref={pageHref('check')}
      view={view}
      onView={onView}
      secrets={secrets.places}
      onMask={secrets.mask}
      promptTips={<TipsBeside page="result" />}
      makeLink={makeLink}
      onDownloadAnswers={() => {
        const draft = { answers, savedAt: new Date().toISOString() };
        download(made.fileName.replace(/\.md$/, '.json'), `${writeDraft(draft)}\n`, 'application/json');
      }}
    />
  );
}

/** A field of a kind that is not known here may hold anything. */
const isFreeField = (kind: string, field: string): boolean =>
  ['prose', 'sql'].includes(changes.find(({ id }) => id === kind)?.fields[field]?.control ?? 'prose');
