import type { ReactNode } from 'react';

type QuestionProps = {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
  tip?: ReactNode;
};

/** The ids under which a control finds its hint, error and tip. All three stand in the page even when empty. */
export const describedBy = (id: string) => `${id}-hint ${id}-error ${id}-tip`;

/** What stands between a label and its control: hint, tip and error. */
export function Question({ id, hint, error, tip }: QuestionProps) {
  return (
    <>
      <p id={`${id}-hint`} className="text-sm text-muted empty:hidden">
        {hint}
      </p>
      <div id={`${id}-tip`} className="text-sm empty:hidden">
        {tip}
      </div>
      <p id={`${id}-error`} className="text-sm font-semibold text-danger empty:hidden">
        {error ? (
          <>
            <span className="sr-only">Error: </span>
            {error}
          </>
        ) : null}
      </p>
    </>
  );
}
