import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { controlClasses } from './control-classes.ts';
import { copyRichText, copyText, pageClipboards, type CopyOutcome } from './copy-text.ts';
import { Icon } from './icon.tsx';

type CopyButtonProps = {
  /** What the button says: "Copy the prompt". */
  label: string;
  text: string;
  /** The same as rich text, for editors that take it. */
  html?: () => string;
  /** Said once it is on the clipboard: "Prompt copied". */
  done?: string;
  /** `text` is for corners, such as that of a `CodeBlock`. */
  look?: 'primary' | 'quiet' | 'text';
  onCopied?: () => void;
};

/**
 * Copies, and tells the truth about it: success is said after the browser confirms it, and only while the text is still
 * the one that was copied. If the browser refuses, the text is laid out to be copied by hand.
 */
export function CopyButton({ label, text, html, done = 'Copied', look = 'quiet', onCopied }: CopyButtonProps) {
  const id = useId();
  const [last, setLast] = useState<{ text: string; outcome: CopyOutcome }>();
  const outcome = last?.text === text ? last.outcome : undefined;

  const copy = async () => {
    const clipboards = pageClipboards();
    const came = await (html === undefined ? copyText(text, clipboards) : copyRichText(text, html(), clipboards));
    setLast({ text, outcome: came });
    if (came === 'copied') onCopied?.();
  };

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      <Button look={look} icon="copy" onClick={() => void copy()}>
        {label}
      </Button>
      <p role="status" className="text-sm font-medium empty:-ms-3">
        {outcome === 'copied' ? (
          <span className="inline-flex items-center gap-1.5 text-ok">
            <Icon name="check" />
            {done}
          </span>
        ) : null}
        {outcome === 'by-hand' ? <span className="text-warn">Not copied: the browser did not allow it</span> : null}
      </p>
      {outcome === 'by-hand' ? (
        <div className="grid w-full gap-1">
          <label htmlFor={id} className="text-sm">
            The text is selected. Press <kbd className="font-mono">Ctrl</kbd>/<kbd className="font-mono">⌘</kbd>+
            <kbd className="font-mono">C</kbd> to copy it
          </label>
          <textarea
            id={id}
            readOnly
            rows={4}
            value={text}
            ref={selectAll}
            onFocus={(event) => event.currentTarget.select()}
            className={`${controlClasses} font-mono text-sm`}
          />
        </div>
      ) : null}
    </div>
  );
}

const selectAll = (area: HTMLTextAreaElement | null) => {
  area?.focus();
};
