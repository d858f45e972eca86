import { useEffect, useState } from 'react';
import { CheckCards } from '#ui/check-cards.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { characters } from './size-notice.ts';

type SharePanelProps = {
  /** Makes the address that carries the answers. */
  makeLink: (options: { withoutFreeText: boolean }) => Promise<string>;
  onDownloadAnswers: () => void;
  /** Whether the answers go along at the end of the Markdown. */
  carriesAnswers: boolean;
  onCarriesAnswers: (carries: boolean) => void;
};

/** More than this and chat programs and servers cut the address. */
const longLink = 8000;

/** A link that carries the answers in itself, and the answers as a file. */
export function SharePanel({ makeLink, onDownloadAnswers, carriesAnswers, onCarriesAnswers }: SharePanelProps) {
  const [withoutFreeText, setWithoutFreeText] = useState(false);
  const [link, setLink] = useState<string>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    makeLink({ withoutFreeText }).then(
      (made) => (current ? setLink(made) : undefined),
      () => (current ? setFailed(true) : undefined),
    );
    return () => {
      current = false;
    };
  }, [makeLink, withoutFreeText]);

  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      <section className="grid gap-4" aria-labelledby="share-link">
        <h2 id="share-link" className="text-xl font-bold tracking-[-0.01em]">
          A link with your answers
        </h2>
        <p className="max-w-[65ch]">
          The answers stand in the link itself, packed, behind the <code className="font-mono">#</code>. They are not
          stored anywhere. Anyone who has the link can read them.
        </p>
        <CheckCards
          legend="What goes into it"
          name="share-without"
          look="pills"
          options={[{ value: 'without', label: 'Leave out descriptions, notes and pasted SQL' }]}
          value={withoutFreeText ? ['without'] : []}
          onChange={(chosen) => setWithoutFreeText(chosen.includes('without'))}
        />
        {failed ? (
          <StatusLine state="failed">This browser cannot pack the answers. Download them as a file instead</StatusLine>
        ) : null}
        {link === undefined ? (
          failed ? null : (
            <StatusLine state="working">Packing the answers</StatusLine>
          )
        ) : (
          <>
            <p
              className="max-h-32 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] break-all"
              tabIndex={0}
              role="group"
              aria-label="The link"
            >
              {link}
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <CopyButton label="Copy the link" text={link} done="Link copied" />
              <p className="text-sm text-muted">{characters(link.length)}</p>
            </div>
            {link.length > longLink ? (
              <Notice tone="warn" title="A long link">
                Chat programs and trackers may cut it. Leave out free text, or send the file.
              </Notice>
            ) : null}
          </>
        )}
      </section>
      <section className="grid justify-items-start gap-4" aria-labelledby="share-file">
        <h2 id="share-file" className="text-xl font-bold tracking-[-0.01em]">
          Files
        </h2>
        <p className="max-w-[65ch]">
          The downloaded runbook carries your answers in a comment at its end, which no reader of Markdown shows. Keep
          it in Git, and open it here again on the start page. The answers alone are there as JSON too, for the command
          line.
        </p>
        <CheckCards
          legend="What goes along with the runbook"
          name="carries-answers"
          look="pills"
          options={[{ value: 'answers', label: 'The answers, in a comment at the end of the Markdown' }]}
          value={carriesAnswers ? ['answers'] : []}
          onChange={(chosen) => onCarriesAnswers(chosen.includes('answers'))}
        />
        <Button onClick={onDownloadAnswers}>Download the answers as JSON</Button>
      </section>
    </div>
  );
}
