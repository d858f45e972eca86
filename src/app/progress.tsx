import { pages, type PageId } from '#model/pages/index.ts';
import { anyAnswered } from '#model/read-answers.ts';
import { ProgressNav } from '#ui/progress-nav.tsx';
import { useAnswers } from '#wizard/use-answers.ts';
import { pageHref } from './routes.ts';

/** All pages, each at any time. A page counts as done when something on it was answered. */
export function Progress({ current }: { current: PageId | undefined }) {
  const answers: Readonly<Record<string, unknown>> = useAnswers();
  const all = pages.every(({ id }) => id === 'check' || anyAnswered(answers[id]));

  return (
    <ProgressNav
      label="Pages"
      items={pages.map(({ id, short }) => ({
        id,
        title: short,
        href: pageHref(id),
        progress:
          id === current
            ? 'current'
            : (id === 'check' ? all && current === undefined : anyAnswered(answers[id]))
              ? 'done'
              : 'to-do',
      }))}
    />
  );
}
