import { CopyButton } from '#ui/copy-button.tsx';
import type { Made } from './made.ts';
import { characters, chatLimit } from './size-notice.ts';

/** Each message by itself, of a size that a chat takes. */
export function MessagesPanel({ messages }: { messages: Made['messages'] }) {
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      <p className="max-w-[65ch] text-muted">
        Each is true at the moment its title names. What stands as ______ is filled in when it is sent.
      </p>
      {messages.map(({ id, title, text }) => (
        <section key={id} aria-labelledby={`message-${id}`} className="grid gap-3">
          <h2 id={`message-${id}`} className="text-lg font-semibold">
            {title}
          </h2>
          <div className="rounded-md border border-line bg-raised px-4 py-3 whitespace-pre-wrap">{text}</div>
          <div className="flex flex-wrap items-center gap-3">
            <CopyButton label="Copy" text={text} done={`${title} copied`} />
            <p className={`text-sm ${text.length > chatLimit ? 'font-medium text-warn' : 'text-muted'}`}>
              {characters(text.length)}
              {text.length > chatLimit ? ': chat programs may split it' : ''}
            </p>
          </div>
        </section>
      ))}
    </div>
  );
}
