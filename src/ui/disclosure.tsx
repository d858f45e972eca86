import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type DisclosureProps = {
  title: string;
  /** What is inside, readable while closed. */
  explanation: string;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
};

/** Long background that most people can do without. Never for what everybody needs. */
export function Disclosure({ title, explanation, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      className="group rounded-lg border border-line bg-raised open:shadow-lift"
    >
      <summary className="flex list-none items-start gap-3 rounded-lg px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron"
          className="mt-1 size-4 text-accent transition-transform group-open:rotate-90 motion-reduce:transition-none print:hidden"
        />
        <span className="grid min-w-0">
          <span className="font-semibold">{title}</span>
          <span className="text-sm text-muted">{explanation}</span>
        </span>
      </summary>
      <div className="grid gap-4 border-t border-line px-4 py-4">{children}</div>
    </details>
  );
}
