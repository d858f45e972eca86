import type { ReactNode } from 'react';
import { focusField } from './focus-field.ts';

type InnerLinkProps = {
  /** The id of the element on this page, without `#`. */
  to: string;
  className?: string;
  children: ReactNode;
};

/** A link to a place on the same page. It moves focus and leaves the address alone. */
export function InnerLink({ to, className, children }: InnerLinkProps) {
  return (
    <a
      href={`#${to}`}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        focusField(to);
      }}
    >
      {children}
    </a>
  );
}
