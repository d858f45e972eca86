import type { ReactNode } from 'react';

type TwoPaneProps = {
  children: ReactNode;
  /** Stays in view beside the form from 1024 px, and follows it below. */
  aside: ReactNode;
  asideLabel: string;
};

/** A form and what comes of it, side by side. */
export function TwoPane({ children, aside, asideLabel }: TwoPaneProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-12">
      <div className="min-w-0">{children}</div>
      <aside
        aria-label={asideLabel}
        tabIndex={0}
        className="min-w-0 rounded-lg border border-line bg-raised p-5 shadow-lift lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto print:hidden"
      >
        {aside}
      </aside>
    </div>
  );
}
