import { useCallback } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { toShareFragment } from '#drafts/share-link.ts';
import { withoutFreeText } from '#drafts/without-free-text.ts';
import { writeDraft } from '#drafts/envelope.ts';
import { changes } from '#knowledge/changes/registry.ts';
import { download } from '#result/download.ts';
import { ResultPage, type ResultView } from '#result/result-page.tsx';
import { answerSections } from '#wizard/answer-rows.ts';
import { TipsBeside } from '#wizard/tips-beside.tsx';
import { useWizardWorld } from '#wizard/wizard-world.ts';
import type { Made } from './make-documents.ts';
import { pageHref } from './routes.ts';
import { secretAnswers, withoutSecrets } from './secret-places.ts';
import { useShortcuts } from './use-shortcuts.ts';

type ResultRouteProps = {
  made: Made;
  focused: boolean;
  view: ResultView;
  onView: (view: ResultView) => void;
};

/** The outcome, with what it takes to share and keep it. */
export function ResultRoute({ made, focused, view, onView }: ResultRouteProps) {
  const { getValues, reset } = useFormContext<Answers>();
  const { engines, offers } = useWizardWorld();
  const { answers } = made.brief;
  useShortcuts({ s: () => download(made.fileName, made.markdown) });

  const makeLink = useCallback(
    async (options: { withoutFreeText: boolean }) => {
      const fragment = await toShareFragment(options.withoutFreeText ? withoutFreeText(answers, isFreeField) : answers);
      return `${window.location.href.replace(/#.*$/, '')}#${fragment}`;
    },
    [answers],
  );

  const rows = answerSections(answers, engines, offers).flatMap((section) => section.rows);
  const secrets = secretAnswers(answers).map(({ page, path, kinds }) => ({
    path,
    kinds,
    label: rows.find((row) => row.path === path)?.term ?? path,
    href: pageHref(page, { back: true, at: path }),
  }));

  return (
    <ResultPage
      made={made}
      focused={focused}
      backHref={pageHref('check')}
      view={view}
      onView={onView}
      secrets={secrets}
      onMask={() => reset(withoutSecrets(structuredClone(getValues())))}
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
