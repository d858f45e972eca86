import type { MouseEventHandler } from 'react';
import { Icon } from './icon.tsx';

type Progress = 'done' | 'current' | 'to-do';

export type ProgressItem = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly progress: Progress;
  readonly onClick?: MouseEventHandler<HTMLAnchorElement> | undefined;
};

type ProgressNavProps = {
  label: string;
  items: readonly ProgressItem[];
};

const words: Record<Progress, string> = { done: 'Done', current: 'Current', 'to-do': 'To do' };

const nodes: Record<Progress, string> = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-[3px] border-accent bg-page text-accent',
  'to-do': 'border-control bg-page text-muted',
};

/** All pages in order, each one press away. From 1024 px; below that the eyebrow of the heading says where we are. */
export function ProgressNav({ label, items }: ProgressNavProps) {
  return (
    <nav aria-label={label} className="hidden pt-6 lg:block print:hidden">
      <ol className="-ms-1 flex">
        {items.map(({ id, title, href, progress, onClick }, at) => (
          <li key={id} className="relative min-w-0 flex-1">
            {at === 0 ? null : (
              <span
                aria-hidden="true"
                className={`absolute end-[calc(100%-0.25rem)] top-4 h-0.5 w-[calc(100%-2.5rem)] ${progress === 'to-do' ? 'bg-line' : 'bg-accent'}`}
              />
            )}
            <a
              href={href}
              onClick={onClick}
              aria-current={progress === 'current' ? 'step' : undefined}
              className="group grid h-full content-start justify-items-start gap-1.5 rounded-md p-1 pe-3"
            >
              <span
                className={`grid size-7 place-items-center rounded-full border-[1.5px] text-xs font-semibold ${nodes[progress]}`}
              >
                {progress === 'done' ? <Icon name="check" /> : at + 1}
              </span>
              <span
                className={`text-sm leading-5 group-hover:underline group-hover:underline-offset-4 ${progress === 'current' ? 'font-semibold text-ink' : 'text-muted'}`}
              >
                {title}
                <span className={`block text-xs ${progress === 'current' ? 'font-medium text-accent' : 'text-muted'}`}>
                  {words[progress]}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
