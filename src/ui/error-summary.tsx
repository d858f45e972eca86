import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { InnerLink } from './inner-link.tsx';

type Problem = {
  /** The `id` given to the field or group. */
  readonly id: string;
  /** The same words as at the field. */
  readonly message: string;
};

type ErrorSummaryProps = {
  problems: readonly Problem[];
  title?: string;
};

/** Everything to put right, in one place. It takes focus when it appears: give it a new `key` for each attempt. */
export function ErrorSummary({ problems, title = 'There is a problem' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0;

  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);

  if (!shown) return null;

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid gap-2 rounded-lg border-2 border-danger bg-danger-soft p-4 outline-offset-4 focus:outline-2 focus:outline-focus"
    >
      <h2 className="flex items-center gap-2 text-lg font-semibold text-danger">
        <Icon name="danger" className="size-5" />
        {title}
      </h2>
      <ul className="grid gap-1 ps-7">
        {problems.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <InnerLink
              to={id}
              className="inline-flex min-h-6 items-center font-medium text-danger underline underline-offset-4 hover:decoration-2"
            >
              {message}
            </InnerLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
