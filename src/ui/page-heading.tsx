import { useEffect, useId, useRef, type ReactNode } from 'react';

type PageHeadingProps = {
  title: string;
  /** "Step 3 of 7". Read out with the heading. */
  eyebrow?: string | undefined;
  /** Takes focus when the page appears: for pages that were walked to, not for the first one loaded. */
  focused?: boolean;
  /** A sentence or two under the heading. */
  children?: ReactNode;
};

/** The one `h1` of a page. */
export function PageHeading({ title, eyebrow, focused = false, children }: PageHeadingProps) {
  const eyebrowId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!focused) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [focused, title]);

  return (
    <div className="grid gap-2">
      {eyebrow === undefined ? null : (
        <p id={eyebrowId} className="text-sm font-medium text-accent">
          {eyebrow}
        </p>
      )}
      <h1
        ref={heading}
        tabIndex={-1}
        aria-describedby={eyebrow === undefined ? undefined : eyebrowId}
        className="text-[1.75rem] leading-[1.15] font-bold tracking-[-0.02em] outline-none sm:text-[2.125rem]"
      >
        {title}
      </h1>
      {children === undefined ? null : <div className="grid max-w-[65ch] gap-2 pt-1 text-muted">{children}</div>}
    </div>
  );
}
