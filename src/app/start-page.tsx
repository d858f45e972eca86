import { useRef, useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Field } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { Loading } from '#wizard/loading.tsx';
import type { Example } from './examples.ts';

/** A draft that can be gone on with. */
export type DraftOffer = {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly onOpen: () => void;
  /** Opens the same answers as another plan. */
  readonly onCopy: () => void;
  /** Drops it and returns how to bring it back. */
  readonly onRemove: () => () => void;
};

type StartPageProps = {
  focused: boolean;
  beginHref: string;
  /** All questions on one page. */
  allHref: string;
  /** The draft at hand; none: nothing was answered yet. */
  going: { readonly title: string; readonly href: string } | undefined;
  aside: readonly DraftOffer[];
  examples: readonly Example[] | undefined;
  onExample: (example: Example) => void;
  /** Opens a file's text. Says what is wrong with it, if it cannot be opened. */
  onText: (text: string, name: string) => string | undefined;
  onBeginAnew: () => void;
};

/** What this is, what comes out, and the ways in. */
export function StartPage({
  focused,
  beginHref,
  allHref,
  going,
  aside,
  examples,
  onExample,
  onText,
  onBeginAnew,
}: StartPageProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12 py-2 sm:py-6">
      <div className="grid gap-6">
        <PageHeading title="A migration runbook with the way back written first" focused={focused}>
          <p className="text-lg leading-7">
            Answer a few questions about a database change. Get a runbook that you can follow at 03:00, and a prompt
            that asks an AI for the same.
          </p>
        </PageHeading>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {going === undefined ? (
            <ButtonLink look="primary" href={beginHref}>
              Start
            </ButtonLink>
          ) : (
            <>
              <ButtonLink look="primary" href={going.href}>
                Continue: {going.title}
              </ButtonLink>
              <Button onClick={onBeginAnew}>Start a new plan</Button>
            </>
          )}
          <ButtonLink look="text" href={allHref}>
            All questions on one page
          </ButtonLink>
        </div>
        <p className="flex items-start gap-2 text-muted">
          <Icon name="ok" className="mt-1 size-4 text-ok" />
          <span>
            Five answers are enough: engine, version, table, change and risk. Everything stays in this browser.
            <span className="block text-sm max-sm:hidden pointer-coarse:hidden">
              Keys: <kbd className="font-mono">Ctrl</kbd>/<kbd className="font-mono">⌘</kbd> +{' '}
              <kbd className="font-mono">Enter</kbd> goes on, <kbd className="font-mono">Ctrl</kbd>/
              <kbd className="font-mono">⌘</kbd> + <kbd className="font-mono">S</kbd> downloads the runbook.
            </span>
          </span>
        </p>
      </div>
      <Outcomes />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="examples" className="grid gap-4">
          <SectionHeading id="examples">See an example</SectionHeading>
          {examples === undefined ? (
            <Loading what="the examples" />
          ) : (
            <ul className="grid gap-3">
              {examples.map((example) => (
                <li
                  key={example.title}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-raised px-4 py-3"
                >
                  <div>
                    <p className="font-semibold">{example.title}</p>
                    <p className="text-sm text-muted">{example.about}</p>
                  </div>
                  <Button onClick={() => onExample(example)}>
                    Open<span className="sr-only"> the example: {example.title}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <p className="text-sm text-muted">
            An example never mixes with your answers: they are put aside and can be taken back.
          </p>
        </section>
        <section aria-labelledby="open-file" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
          <SectionHeading id="open-file">Open a runbook again</SectionHeading>
          <OpenFile onText={onText} />
        </section>
      </div>
      <SetAside drafts={aside} />
    </div>
  );
}

/** Plans that made room for another. A removal can be undone until the next one. */
function SetAside({ drafts }: { drafts: readonly DraftOffer[] }) {
  const [removed, setRemoved] = useState<{ readonly title: string; readonly bringBack: () => void }>();
  const section = useRef<HTMLElement>(null);
  if (drafts.length === 0 && removed === undefined) return null;

  return (
    <section ref={section} tabIndex={-1} aria-labelledby="put-aside" className="grid gap-4 outline-none">
      <SectionHeading id="put-aside">Put aside in this browser</SectionHeading>
      <ul className="grid gap-2 empty:hidden">
        {drafts.map(({ id, title, when, onOpen, onCopy, onRemove }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-2"
          >
            <span>
              {title} <span className="text-muted">· {when}</span>
            </span>
            <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button look="text" onClick={() => setRemoved({ title, bringBack: onRemove() })}>
                Remove<span className="sr-only"> {title}</span>
              </Button>
              <Button look="text" onClick={onCopy}>
                Open a copy<span className="sr-only"> of {title}</span>
              </Button>
              <Button onClick={onOpen}>
                Take back<span className="sr-only"> {title}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
        <p role="status" className="text-sm text-muted">
          {removed === undefined ? '' : `${removed.title} removed`}
        </p>
        {removed === undefined ? null : (
          <Button
            look="text"
            icon="undo"
            autoFocus
            onClick={() => {
              removed.bringBack();
              setRemoved(undefined);
              section.current?.focus();
            }}
          >
            Undo<span className="sr-only"> the removal of {removed.title}</span>
          </Button>
        )}
      </div>
    </section>
  );
}

function SectionHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="text-xl font-bold tracking-[-0.01em]">
      {children}
    </h2>
  );
}

const outcomes = [
  {
    title: 'A runbook',
    text: 'Checklist, rollout order, checks, triggers, rollback, monitoring, messages. Each step has its undo; what cannot be undone has a gate before it.',
  },
  {
    title: 'A prompt',
    text: 'The same brief for the AI of your choice, with the locks and limits of your engine and version as facts, so that none has to be guessed.',
  },
  {
    title: 'Messages',
    text: 'For engineers and stakeholders: scheduled, starting, delayed, rolled back, completed. Each is true in the phase in which it is sent.',
  },
] as const;

function Outcomes() {
  return (
    <section aria-labelledby="outcomes" className="grid gap-4">
      <SectionHeading id="outcomes">What comes out</SectionHeading>
      <ol className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
        {outcomes.map(({ title, text }) => (
          <li key={title} className="grid content-start gap-1 bg-raised p-5">
            <p className="font-semibold text-accent">{title}</p>
            <p className="text-[0.9375rem]">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A downloaded runbook or answers, as a file or pasted. */
function OpenFile({ onText }: Pick<StartPageProps, 'onText'>) {
  const file = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<{ fileSays?: string | undefined; pasteSays?: string | undefined }>({});

  const openFile = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setWrong({ fileSays: onText(await chosen.text(), chosen.name) });
    if (file.current) file.current.value = '';
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p>A downloaded runbook (.md) or answers (.json). They open as a new plan.</p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={file}
          id="file-to-open"
          type="file"
          accept=".md,.markdown,.json,.txt,text/markdown,application/json"
          aria-label="Open a runbook or answers"
          aria-describedby="file-to-open-error"
          onChange={(event) => void openFile(event.target.files?.[0])}
          className="max-w-full min-w-0 rounded-md border border-control bg-raised text-sm file:me-3 file:min-h-9 file:cursor-pointer file:border-0 file:border-e file:border-control file:bg-sunken file:px-3.5 file:font-medium file:text-ink pointer-coarse:file:min-h-11"
        />
      </div>
      <p id="file-to-open-error" role="alert" className="font-semibold text-danger empty:hidden">
        {wrong.fileSays}
      </p>
      <Disclosure title="Paste instead" explanation="The text of a runbook, or answers as JSON">
        <Field label="Runbook or answers" error={wrong.pasteSays} id="text-to-open">
          {(tied) => (
            <TextArea {...tied} look="code" value={pasted} onChange={({ target }) => setPasted(target.value)} />
          )}
        </Field>
        <div>
          <Button onClick={() => setWrong({ pasteSays: onText(pasted, 'Pasted text') })}>Open the pasted text</Button>
        </div>
      </Disclosure>
    </div>
  );
}
