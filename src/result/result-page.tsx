import type { ReactNode } from 'react';
import { BackLink } from '#ui/back-link.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Prose } from '#ui/prose.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { Made } from './made.ts';
import { MessagesPanel } from './messages-panel.tsx';
import { PromptPanel, type PromptEdits } from './prompt-panel.tsx';
import { RunbookPanel } from './runbook-panel.tsx';
import { SecretsNotice, type SecretPlace } from './secrets-notice.tsx';
import { SharePanel } from './share-panel.tsx';

export type ResultTab = 'runbook' | 'prompt' | 'messages' | 'share';

/** How the person left the page, kept while they go back to a question. */
export type ResultView = {
  readonly tab: ResultTab;
  readonly edits: PromptEdits;
  /** Whether the answers go along with the runbook. */
  readonly carriesAnswers: boolean;
};

type ResultPageProps = {
  made: Made;
  focused: boolean;
  backHref: string;
  view: ResultView;
  onView: (view: ResultView) => void;
  secrets: readonly SecretPlace[];
  onMask: () => void;
  promptTips: ReactNode;
  makeLink: (options: { withoutFreeText: boolean }) => Promise<string>;
  onDownloadAnswers: () => void;
};

/** What a person leaves with. */
export function ResultPage({
  made,
  focused,
  backHref,
  view,
  onView,
  secrets,
  onMask,
  promptTips,
  makeLink,
  onDownloadAnswers,
}: ResultPageProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid justify-items-start gap-4 print:hidden">
        <BackLink href={backHref}>Change answers</BackLink>
        <PageHeading title="Your plan" focused={focused}>
          <p>
            <Prose text={made.plan.title} />
          </p>
        </PageHeading>
      </div>
      <SecretsNotice
        word="Before you copy"
        title="The answers hold what looks like a secret"
        places={secrets}
        onMask={onMask}
      />
      <Tabs
        label="What comes out"
        value={view.tab}
        onChange={(tab) => onView({ ...view, tab })}
        tabs={[
          {
            id: 'runbook',
            title: 'Runbook',
            panel: <RunbookPanel made={made} carriesAnswers={view.carriesAnswers} />,
          },
          {
            id: 'prompt',
            title: 'Prompt',
            panel: (
              <PromptPanel
                prompts={made.prompts}
                edits={view.edits}
                onEdit={(edits) => onView({ ...view, edits })}
                tips={promptTips}
              />
            ),
          },
          { id: 'messages', title: 'Messages', panel: <MessagesPanel messages={made.messages} /> },
          {
            id: 'share',
            title: 'Share and keep',
            panel: (
              <SharePanel
                makeLink={makeLink}
                onDownloadAnswers={onDownloadAnswers}
                carriesAnswers={view.carriesAnswers}
                onCarriesAnswers={(carriesAnswers) => onView({ ...view, carriesAnswers })}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
