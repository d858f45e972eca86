import type { Answers } from '#model/answers.ts';
import { download } from '#result/download.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { draftTitle, savedWhen } from './draft-title.ts';
import { unknownIds } from './unknown-ids.ts';
import { UpdateNotice } from './update-notice.tsx';
import type { DraftKeeping } from './use-draft.ts';

/** What has just happened to the answers as a whole. */
export type NewsItem =
  | { readonly kind: 'opened'; readonly what: string; readonly ignored: readonly string[]; readonly answers: Answers }
  | { readonly kind: 'not opened'; readonly says: string }
  | { readonly kind: 'cleared'; readonly undo: () => void };

type NewsProps = {
  news: NewsItem | undefined;
  onDismiss: () => void;
  /** The address that does not exist. */
  unknown: string | undefined;
  draft: DraftKeeping;
  /** On pages that do not ask, an example needs no label. */
  quiet: boolean;
};

/** Everything that must be said about the answers before the page itself. Nothing is drawn where there is nothing to say. */
export function News({ news, onDismiss, unknown, draft, quiet }: NewsProps) {
  const { keeping, origin, aside, elsewhere, unreadable } = draft;
  const [newest] = aside;

  return (
    <div className="grid gap-3 not-empty:pb-6 print:hidden">
      <UpdateNotice answersKept={keeping.state !== 'full' && keeping.state !== 'denied'} />
      {unknown === undefined ? null : (
        <Notice tone="note" title={`There is no page “${unknown}”`}>
          This is the nearest one.
        </Notice>
      )}
      {keeping.state === 'full' || keeping.state === 'denied' ? (
        <Notice tone="warn" word="Not saved" title={notKept[keeping.state]} live="polite">
          Everything works, but a reload loses the answers. Download the runbook to keep them.
        </Notice>
      ) : null}
      {unreadable === undefined ? null : (
        <Notice
          tone="warn"
          title="The answers that were saved here could not be read"
          actions={
            <>
              <Button
                icon="down"
                onClick={() => download('switchback-answers-unreadable.json', unreadable, 'application/json')}
              >
                Download them as they are
              </Button>
              <Button look="text" onClick={draft.dropUnreadable}>
                Drop them
              </Button>
            </>
          }
        >
          They are kept untouched. You can start anew meanwhile.
        </Notice>
      )}
      {elsewhere === undefined ? null : (
        <Notice
          tone="note"
          title={`These answers were changed in another tab at ${savedWhen(elsewhere.savedAt)}`}
          live="polite"
          actions={
            <>
              <Button onClick={draft.loadElsewhere}>Load the newer answers</Button>
              <Button look="text" onClick={draft.ignoreElsewhere}>
                Keep these
              </Button>
            </>
          }
        >
          Whichever tab saves last is kept.
        </Notice>
      )}
      {origin !== undefined && !quiet ? (
        <Notice
          tone="note"
          word="Example"
          title={origin.replace(/^Example: /, '')}
          actions={
            newest === undefined ? undefined : (
              <Button icon="undo" onClick={() => draft.takeBack(newest)}>
                Back to my answers: {draftTitle(newest.answers)}
              </Button>
            )
          }
        >
          These are not your answers. Look around and change what you like.
        </Notice>
      ) : null}
      {news === undefined ? null : <NewsNotice news={news} draft={draft} onDismiss={onDismiss} />}
    </div>
  );
}

const notKept = {
  full: 'The storage of this browser is full',
  denied: 'This browser does not let the page keep anything',
} as const;

function NewsNotice({ news, draft, onDismiss }: { news: NewsItem; draft: DraftKeeping; onDismiss: () => void }) {
  const dismiss = (
    <Button look="text" onClick={onDismiss}>
      Dismiss
    </Button>
  );

  switch (news.kind) {
    case 'cleared':
      return (
        <Notice
          tone="note"
          word="Cleared"
          title="All answers are gone"
          live="polite"
          actions={
            <>
              <Button
                icon="undo"
                onClick={() => {
                  news.undo();
                  onDismiss();
                }}
              >
                Bring them back
              </Button>
              {dismiss}
            </>
          }
        />
      );
    case 'not opened':
      return (
        <Notice tone="warn" word="Not opened" title={news.says} live="polite" actions={dismiss}>
          Your own answers are untouched.
        </Notice>
      );
    case 'opened':
      return (
        <Notice tone="ok" word="Opened" title={`The answers come from ${news.what}`} live="polite" actions={dismiss}>
          {draft.aside.length === 0 ? null : <p>What you had here before is put aside; the start page lists it.</p>}
          <Unknown answers={news.answers} />
          {news.ignored.length === 0 ? null : (
            <p>
              Left out, because this version does not know it:{' '}
              <span className="font-mono text-sm">{news.ignored.slice(0, 12).join(', ')}</span>
              {news.ignored.length > 12 ? ` and ${news.ignored.length - 12} more` : ''}
            </p>
          )}
        </Notice>
      );
  }
}

function Unknown({ answers }: { answers: Answers }) {
  const unknown = unknownIds(answers);
  if (unknown.length === 0) return null;
  return (
    <p>
      Not known to this version: {unknown.join(', ')}. Kept as it is; the plan says nothing of its own about it until
      you choose another.
    </p>
  );
}
