import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';

type BackLinkProps = Omit<ComponentProps<'a'>, 'className' | 'href'> & { href: string };

/** The way to the page before, above its heading. */
export function BackLink({ children = 'Back', ...link }: BackLinkProps) {
  return (
    <a
      {...link}
      className="inline-flex min-h-8 items-center gap-1.5 text-sm font-medium text-muted underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:min-h-11 print:hidden"
    >
      <Icon name="back" />
      {children}
    </a>
  );
}
