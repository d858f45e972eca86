import type { MouseEventHandler, ReactNode } from 'react';

type SummaryAction = {
  /** "Change". */
  readonly label: string;
  /** What is changed, for those who hear the link alone: "engine version". */
  readonly what: string;
  readonly href: string;
  readonly onClick?: MouseEventHandler<HTMLAnchorElement> | undefined;
};

export type SummaryRow = {
  readonly term: string;
  /** Leave it out for a question that was skipped. */
  readonly value?: ReactNode;
  readonly action?: SummaryAction | undefined;
};

type SummaryListProps = {
  rows: readonly SummaryRow[];
  /** Stands where there is no value. */
  blank?: string;
};

/** Questions and their answers, each with a way to change it. */
export function SummaryList({ rows, blank = 'Not provided' }: SummaryListProps) {
  return (
    <dl className="@container border-t border-line">
      {rows.map(({ term, value, action }) => (
        <div
          key={term}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-0.5 border-b border-line py-2.5 @lg:grid-cols-[13rem_minmax(0,1fr)_auto]"
        >
          <dt className="text-muted @max-lg:col-span-2 @max-lg:text-sm">{term}</dt>
          <dd className="min-w-0 font-medium whitespace-pre-wrap">
            {value ?? <span className="font-normal text-muted italic">{blank}</span>}
          </dd>
          {action === undefined ? null : (
            <dd className="print:hidden">
              <a
                href={action.href}
                onClick={action.onClick}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 hover:text-accent-strong hover:decoration-2"
              >
                {action.label}
                <span className="sr-only"> {action.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
