import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type StatusLineProps = {
  state: 'idle' | 'working' | 'done' | 'failed';
  /** One sentence: "Saved in this browser · 14:02". Empty says nothing. */
  children?: ReactNode;
  /** A way on, outside what is announced. */
  action?: ReactNode;
};

const marks = {
  idle: null,
  working: (
    <span
      aria-hidden="true"
      className="size-3.5 shrink-0 animate-spin rounded-full border-2 border-accent border-e-transparent motion-reduce:animate-none"
    />
  ),
  done: <Icon name="ok" className="size-4 text-ok" />,
  failed: <Icon name="danger" className="size-4 text-danger" />,
} as const;

/** How something is going, in one line. Keep it mounted and change its words, so that they are announced. */
export function StatusLine({ state, children, action }: StatusLineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted print:hidden">
      <p
        role="status"
        className={`inline-flex items-center gap-2 ${state === 'failed' ? 'font-medium text-danger' : ''}`}
      >
        {children === undefined ? null : marks[state]}
        <span>{children}</span>
      </p>
      {action}
    </div>
  );
}
