import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** `beacon` is the loud one, for what cannot be taken back. Once on a page at most. */
export type Tone = 'note' | 'ok' | 'warn' | 'danger' | 'beacon';

const tones: Record<Tone, { word: string; surface: string; text: string; mark: string }> = {
  note: { word: 'Note', surface: 'border-note/40 bg-note-soft', text: 'text-note', mark: 'text-note' },
  ok: { word: 'Done', surface: 'border-ok/40 bg-ok-soft', text: 'text-ok', mark: 'text-ok' },
  warn: { word: 'Caution', surface: 'border-warn/40 bg-warn-soft', text: 'text-warn', mark: 'text-warn' },
  danger: { word: 'Danger', surface: 'border-danger/40 bg-danger-soft', text: 'text-danger', mark: 'text-danger' },
  beacon: {
    word: 'Stop here',
    surface: 'border-2 border-beacon bg-raised',
    text: 'text-warn',
    mark: 'me-4 bg-beacon pe-4 text-on-beacon',
  },
};

type NoticeProps = {
  tone: Tone;
  title?: string | undefined;
  /** Stands in for the word of the tone: "Not saved", "Unconfirmed". */
  word?: string;
  /** `polite` for news, `assertive` only for what cannot wait. Leave it out for what is there from the start. */
  live?: 'polite' | 'assertive' | undefined;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A message with a shape, a word and a colour, so that it never depends on the colour. */
export function Notice({ tone, title, word, live, actions, children }: NoticeProps) {
  const { surface, text, mark, word: usual } = tones[tone];

  return (
    <div
      role={live === undefined ? undefined : live === 'assertive' ? 'alert' : 'status'}
      className={`flex overflow-hidden rounded-lg border ${surface}`}
    >
      <span className={`ps-4 pe-3 pt-4.5 ${mark}`}>
        <Icon name={tone} className="size-5" />
      </span>
      <div className="grid min-w-0 grow gap-1.5 py-4 pe-4">
        <p className="leading-6">
          <strong className={`font-semibold ${text}`}>{word ?? usual}</strong>
          {title === undefined ? null : <span className="font-semibold"> · {title}</span>}
        </p>
        {children === undefined ? null : <div className="grid gap-2 text-[0.9375rem]">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-3 pt-1 print:hidden">{actions}</div>}
      </div>
    </div>
  );
}
