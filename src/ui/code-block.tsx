import type { ReactNode } from 'react';

type CodeBlockProps = {
  code: string;
  /** What it is, for those who meet it by ear: "Statement of step 3". */
  label: string;
  /** Shown in the corner: "sql". */
  language?: string | undefined;
  /** What can be done with it, such as a `CopyButton`. */
  actions?: ReactNode;
};

/** Text for a machine. It scrolls inside itself and can be reached by keyboard to do so. */
export function CodeBlock({ code, label, language, actions }: CodeBlockProps) {
  return (
    <div className="min-w-0 overflow-hidden rounded-md border border-line bg-sunken">
      {language || actions ? (
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1 print:hidden">
          <span className="font-mono text-xs text-muted">{language}</span>
          {actions}
        </div>
      ) : null}
      <pre
        role="group"
        aria-label={label}
        tabIndex={0}
        className="overflow-x-auto px-3.5 py-3 font-mono text-[0.8125rem] leading-5 focus-visible:-outline-offset-2 print:overflow-visible print:whitespace-pre-wrap"
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
