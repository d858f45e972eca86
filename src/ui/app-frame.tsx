import type { ReactNode } from 'react';
import { InnerLink } from './inner-link.tsx';

type AppFrameProps = {
  /** The name of the product, usually a link home. */
  name: ReactNode;
  /** How things stand, such as a `StatusLine`. On phones it takes a row of its own. */
  status?: ReactNode;
  /** What stands at the far end of the header, such as `ThemeToggle`. */
  tools?: ReactNode;
  /** A row under the header, such as `ProgressNav`. */
  nav?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

const width = 'mx-auto w-full max-w-[80rem] px-4 sm:px-6 lg:px-10';

/** Header, main part and footer, with a way past the header for the keyboard. */
export function AppFrame({ name, status, tools, nav, footer, children }: AppFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <InnerLink
        to="main"
        className="sr-only z-10 rounded-md bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:start-4 focus:top-3"
      >
        Skip to the main part
      </InnerLink>
      <header className="border-b border-line bg-raised print:hidden">
        <div className={`${width} flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2`}>
          <div className="flex min-w-0 items-center">{name}</div>
          <div className="ms-auto max-sm:order-last max-sm:ms-0 max-sm:w-full empty:hidden">{status}</div>
          {tools === undefined ? null : <div className="flex items-center gap-x-5">{tools}</div>}
        </div>
      </header>
      {nav === undefined ? null : <div className={width}>{nav}</div>}
      <main id="main" tabIndex={-1} className={`${width} grow py-6 outline-none sm:py-8`}>
        {children}
      </main>
      {footer === undefined ? null : (
        <footer className="border-t border-line text-sm text-muted print:hidden">
          <div className={`${width} flex flex-wrap items-center gap-x-8 gap-y-2 py-5`}>{footer}</div>
        </footer>
      )}
    </div>
  );
}
