import type { ReactNode } from 'react';

type TipProps = {
  word?: string;
  /** An address outside: https only. */
  source?: { readonly href: string; readonly name: string } | undefined;
  /** Announces the text when it changes; children may be empty until there is something to say. */
  live?: boolean;
  children?: ReactNode;
};

/** One thing worth knowing, in plain sight, where the answer is given. */
export function Tip({ word = 'Tip', source, live = false, children }: TipProps) {
  return (
    <div role={live ? 'status' : undefined} className="text-[0.9375rem]">
      {children ? (
        <p className="my-1 max-w-[65ch] border-s-2 border-accent ps-3">
          <strong className="font-semibold text-accent">{word}</strong> <span>{children}</span>
          {source ? (
            <>
              {' '}
              <a href={source.href} target="_blank" rel="noopener noreferrer">
                {source.name}
                <span className="sr-only"> (opens in a new tab)</span>
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
