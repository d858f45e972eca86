import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { CheckCards } from '#ui/check-cards.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { CopyAndOpen } from './copy-and-open.tsx';
import type { Made } from './made.ts';
import { characters } from './size-notice.ts';

/** The prompt as the person left it: their own text, and the generated one that it was made from. */
export type PromptEdits = {
  readonly askFirst: boolean;
  readonly edited?: { readonly text: string; readonly from: string } | undefined;
};

type PromptPanelProps = {
  prompts: Made['prompts'];
  edits: PromptEdits;
  onEdit: (edits: PromptEdits) => void;
  /** Tips that belong here. */
  tips: ReactNode;
};

/** The plan prompt, to be edited and copied, and the two that follow it. */
export function PromptPanel({ prompts, edits, onEdit, tips }: PromptPanelProps) {
  const { askFirst, edited } = edits;
  const generated = askFirst ? prompts.planAskFirst : prompts.plan;
  const text = edited?.text ?? generated;
  const outdated = edited !== undefined && edited.from !== generated;

  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      <section className="grid gap-4" aria-labelledby="plan-prompt">
        <PromptHeading
          id="plan-prompt"
          title="1. Plan"
          explanation="Asks an AI for the same seven sections, with the facts of your engine, and no SQL yet."
        />
        <CheckCards
          legend="How it begins"
          name="ask-first"
          look="pills"
          options={[{ value: 'ask', label: 'The AI asks up to three questions first, and waits' }]}
          value={askFirst ? ['ask'] : []}
          onChange={(chosen) => onEdit({ ...edits, askFirst: chosen.includes('ask') })}
        />
        <Field
          label="The prompt"
          hint="Edit it as you like. Your changes stay while this page is open."
          id="prompt-text"
        >
          {(tied) => (
            <TextArea
              {...tied}
              rows={18}
              look="prose"
              value={text}
              onChange={({ target }) =>
                onEdit({
                  ...edits,
                  edited: target.value === generated ? undefined : { text: target.value, from: generated },
                })
              }
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton look="primary" label="Copy the prompt" text={text} done="Prompt copied" />
          {edited === undefined ? null : (
            <Button icon="undo" onClick={() => onEdit({ ...edits, edited: undefined })}>
              Reset to generated
            </Button>
          )}
          <p className="text-sm text-muted">
            {characters(text.length)} · about {Math.round(text.length / 4 / 100) * 100} tokens
          </p>
        </div>
        {outdated ? (
          <Notice tone="warn" title="The answers have changed since you edited the prompt" live="polite">
            Your text is kept as it is. “Reset to generated” takes the new answers in and drops your changes.
          </Notice>
        ) : null}
        <CopyAndOpen text={text} />
      </section>
      <section className="grid gap-4" aria-labelledby="sql-prompt">
        <PromptHeading
          id="sql-prompt"
          title="2. SQL follow-up"
          explanation="Send it in the same conversation, once the plan is accepted."
        />
        {tips}
        <PromptText label="SQL follow-up prompt">{prompts.sql}</PromptText>
        <CopyButton label="Copy the SQL follow-up" text={prompts.sql} done="SQL follow-up copied" />
      </section>
      <section className="grid gap-4" aria-labelledby="review-prompt">
        <PromptHeading
          id="review-prompt"
          title="3. Independent review"
          explanation="Send it in a new conversation, with a plan, to have it attacked."
        />
        <PromptText label="Review prompt">{prompts.review}</PromptText>
        <CopyButton label="Copy the review prompt" text={prompts.review} done="Review prompt copied" />
      </section>
    </div>
  );
}

function PromptHeading({ id, title, explanation }: { id: string; title: string; explanation: string }) {
  return (
    <div className="grid gap-0.5">
      <h2 id={id} className="text-xl font-bold tracking-[-0.01em]">
        {title}
      </h2>
      <p className="text-muted">{explanation}</p>
    </div>
  );
}

/** Long text for a machine, whose lines are prose: it wraps and scrolls inside itself. */
function PromptText({ label, children }: { label: string; children: string }) {
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      className="max-h-72 overflow-y-auto rounded-md border border-line bg-sunken px-4 py-3 text-[0.9375rem] whitespace-pre-wrap focus-visible:-outline-offset-2 print:max-h-none"
    >
      {children}
    </div>
  );
}
