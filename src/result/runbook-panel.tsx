import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DocumentView } from '#ui/document-view.tsx';
import { InnerLink } from '#ui/inner-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { outlineOf } from '#ui/outline.ts';
import { Tabs } from '#ui/tabs.tsx';
import { download } from './download.ts';
import { canShareFiles, shareFile } from './share-file.ts';
import type { Made } from './made.ts';
import { PhasePicture } from './phase-picture.tsx';
import { characters, sizeWarning } from './size-notice.ts';

/** `Phase 4 — …` and `Phases 5–7 — …` are headings of their phases. */
function isOf(heading: string, phase: number): boolean {
  const [, first, last = first] = /^Phases? (\d+)(?:–(\d+))? /.exec(heading) ?? [];
  return first !== undefined && Number(first) <= phase && phase <= Number(last);
}

type RunbookPanelProps = {
  made: Made;
  /** Whether the answers go along at the end of the Markdown. */
  carriesAnswers: boolean;
};

/** The runbook to read, and the Markdown that is copied and downloaded. */
export function RunbookPanel({ made, carriesAnswers }: RunbookPanelProps) {
  const [form, setForm] = useState<'read' | 'raw'>('read');
  const { runbook, fileName, plan, html } = made;
  const markdown = carriesAnswers ? made.markdown : made.markdownAlone;
  const outline = outlineOf(runbook);
  const warning = sizeWarning(markdown.length);
  const headingOf = (id: string) => outline.find(({ text }) => isOf(text, Number(id)))?.id;

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <Button look="primary" onClick={() => download(fileName, markdown)}>
          Download Markdown
        </Button>
        <CopyButton label="Copy Markdown" text={markdown} done="Runbook copied" />
        <CopyButton label="Copy for Confluence or Docs" text={markdown} html={html} done="Copied with its format" />
        {canShareFiles() ? <Button onClick={() => void shareFile(fileName, markdown)}>Share the file</Button> : null}
        <Button onClick={() => window.print()}>Print</Button>
        <p className="text-sm text-muted">
          <span className="font-mono text-[0.8125rem] break-all">{fileName}</span> · {characters(markdown.length)}
          <span className="max-sm:hidden pointer-coarse:hidden">
            {' '}
            · <kbd className="font-mono">Ctrl</kbd>/<kbd className="font-mono">⌘</kbd> +{' '}
            <kbd className="font-mono">S</kbd> downloads it
          </span>
        </p>
      </div>
      {warning === undefined ? null : (
        <Notice tone="warn" title="A long runbook">
          {warning}
        </Notice>
      )}
      <PhasePicture plan={plan} headingOf={({ id }) => headingOf(id)} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <Outline entries={outline.filter(({ depth }) => depth === 2)} onJump={() => setForm('read')} />
        <Tabs
          label="Form of the runbook"
          value={form}
          onChange={setForm}
          tabs={[
            { id: 'read', title: 'To read', panel: <DocumentView root={runbook} label="Runbook" lower={1} /> },
            {
              id: 'raw',
              title: 'Markdown',
              panel: <CodeBlock code={markdown} label="Markdown of the runbook" language="markdown" />,
            },
          ]}
        />
      </div>
    </div>
  );
}

type OutlineProps = { entries: ReturnType<typeof outlineOf>; onJump: () => void };

function Outline({ entries, onJump }: OutlineProps) {
  return (
    <nav aria-label="Sections of the runbook" className="lg:sticky lg:top-6 lg:self-start print:hidden">
      <p className="pb-1 text-sm font-semibold text-muted">Sections</p>
      {/* The form to read is shown before the jump, for its headings are where it goes. */}
      <ol onClickCapture={onJump} className="grid gap-0.5 border-s border-line">
        {entries.map(({ id, text }) => (
          <li key={id}>
            <InnerLink
              to={id}
              className="block rounded-e-md px-3 py-1 text-[0.9375rem] leading-6 text-muted hover:bg-sunken hover:text-ink pointer-coarse:py-2"
            >
              {text}
            </InnerLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
